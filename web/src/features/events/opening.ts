import type { Event, OpeningHours } from "@/api/gen/types.gen.ts";
import { addDays } from "@/i18n/days.ts";
import { pastMidnight } from "@/i18n/hours.ts";

/** Hours by the day they are for, in the order of the day; those of every other day first, under no day. */
export function byDayOf(hours: readonly OpeningHours[]): [string | null, OpeningHours[]][] {
	const days = new Map<string | null, OpeningHours[]>();
	const ordered = hours.toSorted(
		(a, b) => (a.on ?? "").localeCompare(b.on ?? "") || a.opens.localeCompare(b.opens),
	);
	for (const one of ordered) {
		const on = one.on ?? null;
		days.set(on, [...(days.get(on) ?? []), one]);
	}
	return [...days];
}

/** When the doors of a day open first and close last, as day and hour; nothing for a day without hours. */
export function spanOf({ hours = [] }: Pick<Event, "hours">, day: string) {
	const own = hours.filter((one) => one.on === day);
	const those = own.length > 0 ? own : hours.filter((one) => !one.on);
	const ends = those.map((one) => `${pastMidnight(one) ? addDays(day, 1) : day}T${one.closes}`);
	const opens = those.map((one) => `${day}T${one.opens}`).toSorted()[0];
	const closes = ends.toSorted().at(-1);
	return opens && closes ? { opens, closes } : undefined;
}
