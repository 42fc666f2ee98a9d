import type { Block, Note } from "@/api/gen/types.gen.ts";

/** The place of a note put before another one of a block, or at the block's end. */
export function orderBefore(
	notes: readonly Note[],
	block: Block,
	before: string | undefined,
	moved: Note,
): number {
	const row = notes.filter((note) => note.block === block && note.id !== moved.id);
	const at = row.findIndex((note) => note.id === before);
	const next = row[at]?.order;
	const last = row[(at < 0 ? row.length : at) - 1]?.order;
	if (next == null) return (last ?? 0) + 1;
	return last == null ? next - 1 : (last + next) / 2;
}
