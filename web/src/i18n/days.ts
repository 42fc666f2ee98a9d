// Days as text, `2026-12-17`: no clock, no time zone, nothing that shifts.

const LENGTH = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (instant: number) => new Date(instant).toISOString().slice(0, 10);

export const addDays = (day: string, count: number) => dayAt(at(day) + count * LENGTH);

/** Whole days from one to another; negative when the other is earlier. */
export const daysFrom = (from: string, to: string) => Math.round((at(to) - at(from)) / LENGTH);

/** 0 for Sunday, 6 for Saturday. */
export const weekdayOf = (day: string) => new Date(at(day)).getUTCDay();

/** The weekend of Algeria. */
export const isWeekend = (day: string) => weekdayOf(day) >= 5;

/** `2026-12` of a day. */
export const monthOf = (day: string) => day.slice(0, 7);

export function addMonths(month: string, count: number): string {
	const [year = 0, number = 1] = month.split("-").map(Number);
	return dayAt(Date.UTC(year, number - 1 + count, 1)).slice(0, 7);
}

const ALGIERS = new Intl.DateTimeFormat("en-CA", {
	timeZone: "Africa/Algiers",
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
});

/** The day it is in Algeria, wherever the reader is. */
export const today = (now = new Date()) => ALGIERS.format(now);
