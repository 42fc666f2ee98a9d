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

/** How much of a file has come, and how much there is where the server has said it. */
export interface Received {
	received: number;
	total: number | null;
}

/** The bytes of an answer, counted as they come. */
async function countedBlob(response: Response, onPart: (so: Received) => void): Promise<Blob> {
	const reader = response.body?.getReader();
	if (!reader) return response.blob();
	// The length of what is packed on the way says nothing of what comes out of it.
	const packed = response.headers.has("Content-Encoding");
	const total = packed ? 0 : Number(response.headers.get("Content-Length"));
	const parts: BlobPart[] = [];
	let received = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		parts.push(part.value as BlobPart);
		received += part.value.byteLength;
		onPart({ received, total: total || null });
	}
	return new Blob(parts, { type: response.headers.get("Content-Type") ?? "" });
}

/** Fetches with the reader’s rights, since a plain link would send no token; under its own name where none is given. */
export async function download(
	path: string,
	name?: string,
	accept = "*/*",
	onPart?: (so: Received) => void,
): Promise<void> {
	const response = await apiFetch(new URL(path, location.origin), { headers: { Accept: accept } });
	const blob = await (onPart ? countedBlob(response, onPart) : response.blob());
	saveBlob(blob, name ?? toldName(response) ?? "");
}
