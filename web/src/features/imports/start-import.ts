import type { ImportPreview, Job } from "@/api/gen/types.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { type Progress, upload } from "@/api/upload.ts";

export interface ImportOptions {
	/** Writes nothing unless every row is good. */
	allOrNothing?: boolean;
	/** Where imported files start. */
	status?: "draft" | "submitted" | "verified";
	/** What happens to rows that look like an association that is there. */
	duplicates?: "list" | "skip" | "insert";
	/** What each column means, by its header; nothing leaves the column out. */
	columns?: Readonly<Record<string, string>>;
	/** One value for every row, where no column gives the field. */
	defaults?: Readonly<Record<string, string>>;
	/** Rows written although they look like an association that is there. */
	insertRows?: readonly number[];
}

interface Trial {
	file: File;
	options: ImportOptions;
}

/** Trials of this visit, so that the import that follows need not ask for the file again. */
const trials = new Map<string, Trial>();

export const trialOf = (job: string) => trials.get(job);

export function queryOf(file: File, options: ImportOptions): URLSearchParams {
	const query = new URLSearchParams({
		mode: options.allOrNothing ? "all_or_nothing" : "good_rows",
		status: options.status ?? "draft",
		duplicates: options.duplicates ?? "list",
		file_name: file.name,
	});
	for (const [header, field] of Object.entries(options.columns ?? {})) {
		query.append("map", `${header}:${field}`);
	}
	for (const [field, value] of Object.entries(options.defaults ?? {})) {
		if (value.trim()) query.append("default", `${field}:${value.trim()}`);
	}
	for (const row of options.insertRows ?? []) query.append("insert_row", String(row));
	return query;
}

/** How the server reads the file: its columns and what it takes each to mean. */
export const previewImport = (file: File) =>
	upload<ImportPreview>(
		`/api/v1/associations/imports/preview?${queryOf(file, {})}`,
		file,
		newKey(),
		() => undefined,
	);

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
	options: ImportOptions & { dryRun: boolean },
	onProgress: (progress: Progress) => void,
): Promise<Job> {
	const wanted = queryOf(file, options);
	wanted.set("dry_run", String(options.dryRun));
	const query = wanted.toString();
	const job = await upload<Job>(
		`/api/v1/associations/imports?${query}`,
		file,
		await keyOf(file, query),
		onProgress,
	);
	trials.set(job.id, { file, options });
	return job;
}
