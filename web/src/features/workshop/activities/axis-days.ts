import { DAY } from "./timed.ts";

const WEEK = 7;

/** First days of months within a span of days. */
function months(from: number, to: number): number[] {
	const found = [];
	const cursor = new Date(from * DAY);
	cursor.setUTCDate(1);
	while (cursor.getTime() / DAY <= to) {
		const day = cursor.getTime() / DAY;
		if (day >= from) found.push(day);
		cursor.setUTCMonth(cursor.getUTCMonth() + 1);
	}
	return found;
}

/** The days an axis names: Sundays while there is room for each, then beginnings of months, or Sundays further apart within one. */
export function axisDays(from: number, to: number, room: number): number[] {
	const apart = Math.max(1, Math.ceil((to - from) / WEEK / room));
	const begun = months(from, to);
	if (to - from >= room * WEEK && begun.length > 1) return begun;
	const sundays = [];
	const first = from + ((WEEK - new Date(from * DAY).getUTCDay()) % WEEK);
	for (let day = first; day <= to; day += WEEK * apart) sundays.push(day);
	return sundays;
}
