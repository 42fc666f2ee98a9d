import { BCP47, type Locale } from "./locale.ts";

const MINUTE = 60_000;
const UNITS = [
	["day", 1440],
	["hour", 60],
	["minute", 1],
] as const;

/**
 * How long it is until an instant, in the largest unit there are two of: `12 days`, `30 hours`; nothing once it is past. Rounded down, so
 * that nobody is promised a day that is not there.
 */
export function left(locale: Locale, until: string, now: number): string | undefined {
	const minutes = Math.floor((Date.parse(until) - now) / MINUTE);
	if (Number.isNaN(minutes) || minutes < 0) return undefined;
	const [unit, length] = UNITS.find(([, one]) => minutes >= 2 * one) ?? UNITS[2];
	return new Intl.NumberFormat(BCP47[locale], {
		style: "unit",
		unit,
		unitDisplay: "long",
	}).format(Math.floor(minutes / length));
}

const CLOCK = new Intl.DateTimeFormat("en-CA", {
	timeZone: "Africa/Algiers",
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
	hour: "2-digit",
	minute: "2-digit",
	hourCycle: "h23",
});

/** Day and hour of an instant, as calendars and clocks in Algeria show them. */
export function clockOf(instant: string): { day: string; time: string } {
	const parts = new Map(
		CLOCK.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
	);
	const join = (separator: string, ...names: Intl.DateTimeFormatPartTypes[]) =>
		names.map((name) => parts.get(name)).join(separator);
	return { day: join("-", "year", "month", "day"), time: join(":", "hour", "minute") };
}

/** The instant of a day and an hour in Algeria, which has kept one hour ahead of Greenwich since 1981. */
export const instantOf = (day: string, time: string) =>
	new Date(`${day}T${time}:00+01:00`).toISOString().replace(".000Z", "Z");
