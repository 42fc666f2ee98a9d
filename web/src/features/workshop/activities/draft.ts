import { limitsOf } from "./limits.ts";
import { emptyRow, type Row } from "./rows.ts";

export const draftKey = (id: string) => `project-network:${id}`;

export interface Draft {
	/** The version it was typed over. */
	etag: string | null;
	rows: Row[];
}

/** What was typed and not saved, kept in the browser until the server has it. */
export function readDraft(id: string): Draft | undefined {
	try {
		const kept: Draft | null = JSON.parse(localStorage.getItem(draftKey(id)) ?? "null");
		return kept && Array.isArray(kept.rows)
			? {
					...kept,
					rows: kept.rows.map((row) => ({
						...emptyRow(),
						...row,
						// A draft of a page that did not know measures or limits keeps those that are saved.
						measure: row.measure === undefined ? (row.source?.measure ?? null) : row.measure,
						limits: row.limits ?? limitsOf(row.source),
					})),
				}
			: undefined;
	} catch {
		return undefined;
	}
}

export const hasDraft = (id: string) => readDraft(id) !== undefined;
