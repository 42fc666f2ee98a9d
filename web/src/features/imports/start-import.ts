import type { Encoding, ImportPreview, Job, Separator } from "@/api/gen/types.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { type Progress, upload } from "@/api/upload.ts";

/** How a file is read, where it is not found out rightly. */
export interface Reading {
	encoding?: Encoding | undefined;
	separator?: Separator | undefined;
	/** The sheet of a workbook. */
	sheet?: string | undefined;
}

export interface ImportOptions extends Reading {
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

/** Files of the trials of this visit, so that the import that follows need not ask for them again. */
const files = new Map<string, File>();

export const fileOf = (job: string) => files.get(job);

/** As the platform's file chooser wants it, and as files are told apart before they are sent. */
export const ACCEPT = ".csv,.tsv,.txt,.xlsx,.ndjson,.jsonl";
export const isAccepted = (file: File) =>
	ACCEPT.split(",").some((ending) => file.name.toLowerCase().endsWith(ending));

/** What a job was asked for, as the server keeps it. */
interface Asked {
	status?: NonNullable<ImportOptions["status"]>;
	duplicates?: NonNullable<ImportOptions["duplicates"]>;
	format?: { kind?: string } & Pick<Reading, "encoding" | "separator">;
	sheet?: string | null;
	mapping?: readonly (readonly [string, string | null])[];
	defaults?: readonly (readonly [string, string])[];
}

/** Whether the answer is of an earlier day: the same file with the same wishes is one job. */
export const isOld = (job: Pick<Job, "state">) => job.state !== "queued" && job.state !== "running";

/** The wishes of a trial, so that the import that follows does what was tried, on whatever day and browser. */
export function wishesOf(job: Pick<Job, "parameters">): ImportOptions {
	const asked = job.parameters as Asked;
	const { encoding, separator } = asked.format ?? {};
	return {
		...(asked.status ? { status: asked.status } : {}),
		...(asked.duplicates ? { duplicates: asked.duplicates } : {}),
		...(encoding ? { encoding } : {}),
		...(separator ? { separator } : {}),
		...(asked.sheet ? { sheet: asked.sheet } : {}),
		columns: Object.fromEntries(
			(asked.mapping ?? []).map(([header, field]) => [header, field ?? ""]),
		),
		defaults: Object.fromEntries(asked.defaults ?? []),
	};
}

export function queryOf(file: File, options: ImportOptions): URLSearchParams {
	const query = new URLSearchParams({
		mode: options.allOrNothing ? "all_or_nothing" : "good_rows",
		status: options.status ?? "draft",
		duplicates: options.duplicates ?? "list",
		file_name: file.name,
	});
	for (const key of ["encoding", "separator", "sheet"] as const) {
		const said = options[key];
		if (said) query.set(key, said);
	}
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
export const previewImport = (file: File, reading: Reading) =>
	upload<ImportPreview>(
		`/api/v1/associations/imports/preview?${queryOf(file, reading)}`,
		file,
		newKey(),
		() => undefined,
	);

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
		// The server knows the same file with the same wishes by itself, and begins anew what was cancelled or failed.
		newKey(),
		onProgress,
	);
	files.set(job.id, file);
	return job;
}
