import type { ProgrammeEntry } from "@/api/gen/types.gen.ts";

/** The programme by day, each day in the order of its hours; what has none comes first. */
export function byDay(entries: readonly ProgrammeEntry[]) {
	const days = new Map<string, ProgrammeEntry[]>();
	const ordered = entries.toSorted(
		(a, b) => a.on.localeCompare(b.on) || (a.from ?? "").localeCompare(b.from ?? ""),
	);
	for (const entry of ordered) days.set(entry.on, [...(days.get(entry.on) ?? []), entry]);
	return [...days];
}
