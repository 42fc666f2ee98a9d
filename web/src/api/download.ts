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

/** The name a file came with, as the server tells it. */
const toldName = (response: Response): string | undefined => {
	const told = response.headers.get("Content-Disposition") ?? "";
	const extended = /filename\*=UTF-8''([^;]+)/i.exec(told)?.[1];
	return extended && decodeURIComponent(extended);
};

/** Fetches with the reader’s rights, since a plain link would send no token; under its own name where none is given. */
export async function download(path: string, name?: string, accept = "*/*"): Promise<void> {
	const response = await apiFetch(new URL(path, location.origin), { headers: { Accept: accept } });
	saveBlob(await response.blob(), name ?? toldName(response) ?? "");
}
