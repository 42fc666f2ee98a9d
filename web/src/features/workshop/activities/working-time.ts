import type { PlanningCalendar, PlanningHours, PlanningWeekday } from "@/api/gen/types.gen.ts";
import { latinDigits } from "@/i18n/format.ts";

/** The week as it begins here, each day with a date that falls on it. */
export const WEEK: readonly { day: PlanningWeekday; date: string }[] = [
	{ day: "saturday", date: "2024-01-06" },
	{ day: "sunday", date: "2024-01-07" },
	{ day: "monday", date: "2024-01-08" },
	{ day: "tuesday", date: "2024-01-09" },
	{ day: "wednesday", date: "2024-01-10" },
	{ day: "thursday", date: "2024-01-11" },
	{ day: "friday", date: "2024-01-12" },
];
/** The same as days of rest are told: Friday, then Saturday. */
export const REST = [...WEEK.slice(6), ...WEEK.slice(0, 6)];
export const WEEKEND: readonly PlanningWeekday[] = ["friday", "saturday"];
const HOURS: readonly PlanningHours[] = [
	{ from: "08:00", to: "12:00" },
	{ from: "13:00", to: "17:00" },
];

/** `08:00-12:00, 13:00-17:00`. */
export const writeHours = (hours: readonly PlanningHours[] | undefined): string =>
	(hours ?? HOURS).map(({ from, to }) => `${from}-${to}`).join(", ");

const PERIOD = /^(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/;

/** Reads what `writeHours` writes, in any digits; null when it is something else. */
export function readHours(typed: string): PlanningHours[] | null {
	const parts = latinDigits(typed)
		.split(/[,،;؛]/)
		.map((part) => part.trim())
		.filter(Boolean);
	const hours: PlanningHours[] = [];
	for (const part of parts) {
		const match = PERIOD.exec(part);
		if (!match) return null;
		const [, from = "", fromMinute = "00", to = "", toMinute = "00"] = match;
		hours.push({
			from: `${from.padStart(2, "0")}:${fromMinute}`,
			to: `${to.padStart(2, "0")}:${toMinute}`,
		});
	}
	return hours;
}

export type HoursFault = "unread" | "reversed" | "overlap";

/** What is wrong with hours as they are typed. */
export function hoursFault(typed: string): HoursFault | undefined {
	const hours = readHours(typed);
	const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
	if (!hours?.every(({ from, to }) => clock.test(from) && (clock.test(to) || to === "24:00")))
		return "unread";
	if (hours.some(({ from, to }) => from >= to)) return "reversed";
	const inOrder = hours.toSorted((one, other) => one.from.localeCompare(other.from));
	return inOrder.some(({ from }, index) => from < (inOrder[index - 1]?.to ?? ""))
		? "overlap"
		: undefined;
}

/** A day or several with hours of their own, as typed; off without hours. */
export interface Special {
	key: string;
	from: string | null;
	until: string | null;
	/** What is celebrated, of a day off. */
	name: string;
	hours: string;
}

/** A calendar as it is typed. */
export interface Typed {
	key: string;
	/** Empty for the calendar of the project. */
	name: string;
	weekend: readonly PlanningWeekday[];
	hours: string;
	/** Hours of single weekdays, where they are other than `hours`. */
	weekdays: Readonly<Partial<Record<PlanningWeekday, string>>>;
	holidays: readonly Special[];
	exceptions: readonly Special[];
}

let made = 0;
export const emptySpecial = (): Special => ({
	key: `day-${++made}`,
	from: null,
	until: null,
	name: "",
	hours: "",
});

export const fromCalendar = (name: string, source: PlanningCalendar): Typed => ({
	key: `calendar-${++made}`,
	name,
	// A weekday without hours is a day of rest, and one with hours is none.
	weekend: WEEK.map(({ day }) => day).filter(
		(day) =>
			(source.weekdays?.[day]?.length ?? ((source.weekend ?? WEEKEND).includes(day) ? 0 : 1)) === 0,
	),
	hours: writeHours(source.hours),
	weekdays: Object.fromEntries(
		Object.entries(source.weekdays ?? {})
			.filter(([, hours]) => hours.length > 0)
			.map(([day, hours]) => [day, writeHours(hours)]),
	),
	holidays: (source.holidays ?? []).map((one) => ({
		...emptySpecial(),
		from: one.date,
		until: one.until ?? null,
		name: one.name ?? "",
	})),
	exceptions: (source.exceptions ?? []).map((one) => ({
		...emptySpecial(),
		from: one.from,
		until: one.until ?? null,
		hours: one.hours?.length ? writeHours(one.hours) : "",
	})),
});

/** Whether anybody ever works. */
export const hasWork = ({ weekend, weekdays, hours }: Typed) =>
	WEEK.some(
		({ day }) => !weekend.includes(day) && (weekdays[day]?.trim() || hours.trim()).length > 0,
	);

export const toCalendar = (typed: Typed): PlanningCalendar => ({
	weekend: [...typed.weekend],
	hours: readHours(typed.hours) ?? [],
	weekdays: Object.fromEntries(
		WEEK.flatMap(({ day }) => {
			const hours = readHours(typed.weekdays[day] ?? "");
			return hours?.length && !typed.weekend.includes(day) ? [[day, hours]] : [];
		}),
	),
	holidays: typed.holidays.map(({ from, until, name }) => ({
		date: from ?? "",
		until,
		name: name.trim() || null,
	})),
	exceptions: typed.exceptions.map(({ from, until, hours }) => ({
		from: from ?? "",
		until,
		hours: readHours(hours) ?? [],
	})),
});
