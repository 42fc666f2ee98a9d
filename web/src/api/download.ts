import { apiFetch } from "./client.ts";

export const EXPORT_FORMATS = {
	csv: "text/csv",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	ndjson: "application/x-ndjson",
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** Hands a blob to the reader as a file. */
export function saveBlob(blob: Blob, name: string) {
	const url = URL.createObjectURL(blob);
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Fetches with the reader's rights, since a plain link would send no token. */
export async function download(path: string, name: string, accept = "*/*"): Promise<void> {
	const response = await apiFetch(new URL(path, location.origin), { headers: { Accept: accept } });
	saveBlob(await response.blob(), name);
}
