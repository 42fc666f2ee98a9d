import type { Job } from "@/api/gen/types.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { type Progress, upload } from "@/api/upload.ts";

interface Options {
	/** Checks everything and writes nothing. */
	dryRun: boolean;
	/** Writes nothing unless every row is good. */
	allOrNothing?: boolean;
}

/** The file of each trial of this visit, so that the import that follows need not ask for it again. */
const files = new Map<string, File>();

export const fileOf = (job: string) => files.get(job);

/** The same file sent twice with the same wish is one import: the key is made of what it holds. */
async function keyOf(file: File, wish: string): Promise<string> {
	// Digests exist only over a secure connection; without one a repeated import is a new one.
	if (!isSecureContext) return newKey();
	const head = await file.slice(0, 1 << 20).arrayBuffer();
	const seed = new TextEncoder().encode(`${file.name} ${file.size} ${file.lastModified} ${wish} `);
	const bytes = new Uint8Array(seed.length + head.byteLength);
	bytes.set(seed);
	bytes.set(new Uint8Array(head), seed.length);
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function startImport(
	file: File,
	options: Options,
	onProgress: (progress: Progress) => void,
): Promise<Job> {
	const query = new URLSearchParams({
		dry_run: String(options.dryRun),
		mode: options.allOrNothing ? "all_or_nothing" : "good_rows",
		file_name: file.name,
	}).toString();
	const job = await upload<Job>(
		`/api/v1/associations/imports?${query}`,
		file,
		await keyOf(file, query),
		onProgress,
	);
	files.set(job.id, file);
	return job;
}
