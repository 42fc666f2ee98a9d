import { addDays, addMonths, daysFrom, monthOf, weekdayOf } from "@/i18n/days.ts";

/** What is drawn on days: an event as far as the grid needs it. */
export interface Spanning {
	id: string;
	starts_on: string;
	ends_on: string;
}

/** The part of an event that lies in one week. */
export interface Bar<E> {
	event: E;
	/** 0 for Sunday. */
	column: number;
	/** Days it covers in this week. */
	span: number;
	/** Line under the number of the day, 0 for the first. */
	lane: number;
	/** It began in an earlier week, or goes on in a later one. */
	before: boolean;
	after: boolean;
}

export interface Week<E> {
	days: readonly string[];
	bars: readonly Bar<E>[];
	/** For each day, events that found no line. */
	hidden: readonly number[];
	/** Lines in use. */
	lanes: number;
}

/** Whole weeks from Sunday to Saturday that hold a month. */
export function weeksOf(month: string): string[][] {
	const first = `${month}-01`;
	const last = addDays(`${addMonths(month, 1)}-01`, -1);
	const weeks: string[][] = [];
	for (let sunday = addDays(first, -weekdayOf(first)); sunday <= last; sunday = addDays(sunday, 7))
		weeks.push(Array.from({ length: 7 }, (_, column) => addDays(sunday, column)));
	return weeks;
}

/** First and last day drawn for a month. */
export function reach(month: string): { from: string; until: string } {
	const days = weeksOf(month).flat();
	return { from: days[0] ?? `${month}-01`, until: days.at(-1) ?? `${month}-01` };
}

export const isOn = (event: Spanning, day: string) =>
	event.starts_on <= day && day <= event.ends_on;

/** Earlier first, longer first among those of one day: long bars stay on top. */
const inOrder = (a: Spanning, b: Spanning) =>
	a.starts_on.localeCompare(b.starts_on) ||
	b.ends_on.localeCompare(a.ends_on) ||
	a.id.localeCompare(b.id);

function weekOf<E extends Spanning>(
	days: readonly string[],
	events: readonly E[],
	most: number,
): Week<E> {
	const [sunday = "", saturday = ""] = [days[0], days.at(-1)];
	const bars: Bar<E>[] = [];
	const hidden = days.map(() => 0);
	/** For each line, the first column that is free. */
	const free: number[] = [];
	for (const event of events) {
		if (event.starts_on > saturday || event.ends_on < sunday) continue;
		const before = event.starts_on < sunday;
		const after = event.ends_on > saturday;
		const column = before ? 0 : daysFrom(sunday, event.starts_on);
		const end = after ? 6 : daysFrom(sunday, event.ends_on);
		const found = free.findIndex((from) => from <= column);
		const lane = found < 0 ? free.length : found;
		if (lane >= most) {
			for (let at = column; at <= end; at += 1) hidden[at] = (hidden[at] ?? 0) + 1;
			continue;
		}
		free[lane] = end + 1;
		bars.push({ event, column, span: end - column + 1, lane, before, after });
	}
	return { days, bars, hidden, lanes: free.length };
}

/** The weeks of a month with what happens in them, at most so many lines a week. */
export function monthGrid<E extends Spanning>(
	month: string,
	events: readonly E[],
	most: number,
): Week<E>[] {
	const ordered = events.toSorted(inOrder);
	return weeksOf(month).map((days) => weekOf(days, ordered, most));
}

/** The events of a month by the first day on which they are open in it. */
export function agenda<E extends Spanning>(month: string, events: readonly E[]) {
	const first = `${month}-01`;
	const last = addDays(`${addMonths(month, 1)}-01`, -1);
	const byDay = new Map<string, E[]>();
	for (const event of events.toSorted(inOrder)) {
		if (event.starts_on > last || event.ends_on < first) continue;
		const day = event.starts_on < first ? first : event.starts_on;
		byDay.set(day, [...(byDay.get(day) ?? []), event]);
	}
	return [...byDay].sort(([a], [b]) => a.localeCompare(b));
}

function inOtherMonth(day: string, count: number): string {
	const month = addMonths(monthOf(day), count);
	const last = addDays(`${addMonths(month, 1)}-01`, -1);
	const same = `${month}${day.slice(7)}`;
	return same > last ? last : same;
}

/** Where a key leads from a day; time runs in the reading direction. Nothing for other keys. */
export function dayAfterKey(day: string, key: string, rtl: boolean): string | undefined {
	switch (key) {
		case "ArrowLeft":
			return addDays(day, rtl ? 1 : -1);
		case "ArrowRight":
			return addDays(day, rtl ? -1 : 1);
		case "ArrowUp":
			return addDays(day, -7);
		case "ArrowDown":
			return addDays(day, 7);
		case "Home":
			return addDays(day, -weekdayOf(day));
		case "End":
			return addDays(day, 6 - weekdayOf(day));
		case "PageUp":
			return inOtherMonth(day, -1);
		case "PageDown":
			return inOtherMonth(day, 1);
		default:
			return undefined;
	}
}
