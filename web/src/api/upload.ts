import { localeOf } from "@/i18n/locale.ts";
import { type Problem, problemIn } from "./problem.ts";
import { currentToken } from "./token.ts";

export interface Progress {
	sent: number;
	total: number;
}

/** Media types of files by their ending, where the browser does not know. */
const TYPES: Readonly<Record<string, string>> = {
	csv: "text/csv",
	tsv: "text/csv",
	txt: "text/csv",
	ndjson: "application/x-ndjson",
	jsonl: "application/x-ndjson",
	pdf: "application/pdf",
	jpg: "image/jpeg",
	jpeg: "image/jpeg",
	png: "image/png",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export const typeOf = (file: File) =>
	TYPES[file.name.split(".").pop()?.toLowerCase() ?? ""] ??
	(file.type || "application/octet-stream");

/**
 * Sends a file as it is and tells how far it has come, which `fetch` cannot. The key makes a second
 * sending of the same request harmless.
 */
export async function upload<T>(
	path: string,
	file: File,
	key: string,
	onProgress: (progress: Progress) => void,
	signal?: AbortSignal,
): Promise<T> {
	const token = await currentToken();
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open("POST", path);
		request.responseType = "json";
		request.setRequestHeader("Content-Type", typeOf(file));
		request.setRequestHeader("Accept-Language", localeOf(location.pathname));
		request.setRequestHeader("Idempotency-Key", key);
		if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
		request.upload.onprogress = (event) =>
			onProgress({ sent: event.loaded, total: event.lengthComputable ? event.total : file.size });
		request.onload = () => {
			const body: unknown = request.response;
			if (request.status >= 200 && request.status < 300) resolve(body as T);
			else reject(problemIn(body, request.status));
		};
		request.onerror = () => reject({ title: "", status: 0, code: "unreachable" } satisfies Problem);
		signal?.addEventListener("abort", () => request.abort());
		request.onabort = () => reject(new DOMException("upload given up", "AbortError"));
		request.send(file);
	});
}
