import type { Cohort, CourseSession, CourseSessionInput, Text } from "@/api/gen/types.gen.ts";
import { today } from "@/i18n/days.ts";
import { isTime, timeOf } from "@/i18n/hours.ts";
import { clockOf, instantOf } from "@/i18n/left.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { isDate } from "@/ui/date-parts.ts";

/** A session as it is typed, its hours those of Algeria. */
export interface SessionTyped {
	day: string | null;
	from: string;
	until: string;
	module: string | null;
	title: Names;
	room: Names;
	url: string;
	trainers: readonly string[];
	note: Names;
}

const same = (one: Text | null | undefined, other: Text | null | undefined) =>
	!!one && !!other && one.ar === other.ar;
const names = (text: Text | null | undefined) => (text ? namesOf(text) : noNames);

/** The first day that a session can still be added on: today, once the cohort has begun. */
const nextDay = ({ starts_on: first, ends_on: last }: Pick<Cohort, "starts_on" | "ends_on">) => {
	const day = today();
	return first < day && day <= last ? day : first;
};

export const blank = (cohort: Pick<Cohort, "starts_on" | "ends_on">): SessionTyped => ({
	day: nextDay(cohort),
	from: "09:00",
	until: "12:00",
	module: null,
	title: noNames,
	room: noNames,
	url: "",
	trainers: [],
	note: noNames,
});

/** What a session shows from its module and its cohort is not its own. */
export function fromSession(
	session: CourseSession,
	cohort: Cohort,
	moduleTitle: Text | undefined,
): SessionTyped {
	const [start, end] = [clockOf(session.starts_at), clockOf(session.ends_at)];
	const url = session.online_url ?? "";
	return {
		day: start.day,
		from: start.time,
		until: end.time,
		module: session.module ?? null,
		title: same(session.title, moduleTitle) ? noNames : namesOf(session.title),
		room: same(session.room, cohort.place?.room) ? noNames : names(session.room),
		url: url === cohort.online_url ? "" : url,
		trainers: session.trainers.map(({ person_id }) => person_id),
		note: names(session.note),
	};
}

export type Fault = "required" | "date" | "time";

/** What can be said before the server is asked, by pointer into what would be sent. */
export function faultsOf(typed: SessionTyped): Record<string, Fault> {
	const faults: Record<string, Fault> = {};
	if (typed.day === null) faults["/starts_at"] = "required";
	else if (!isDate(typed.day)) faults["/starts_at"] = "date";
	if (!isTime(typed.from)) faults["/starts_at/time"] = typed.from.trim() ? "time" : "required";
	if (!isTime(typed.until)) faults["/ends_at"] = typed.until.trim() ? "time" : "required";
	if (!typed.module && !typed.title.ar.trim()) faults["/title/ar"] = "required";
	for (const member of ["title", "room", "note"] as const) {
		const { ar, fr, en } = typed[member];
		if (!ar.trim() && (fr.trim() || en.trim())) faults[`/${member}/ar`] = "required";
	}
	return faults;
}

/** What is sent, once nothing is missing. */
export function toInput(typed: SessionTyped): CourseSessionInput | undefined {
	const { day } = typed;
	if (!isDate(day) || !isTime(typed.from) || !isTime(typed.until)) return undefined;
	const text = (value: Names) => (value.ar.trim() ? textOf(value) : null);
	return {
		starts_at: instantOf(day, timeOf(typed.from)),
		ends_at: instantOf(day, timeOf(typed.until)),
		module: typed.module,
		title: text(typed.title),
		room: text(typed.room),
		online_url: typed.url.trim() || null,
		trainer_ids: [...typed.trainers],
		note: text(typed.note),
	};
}

/** The members that were changed: others stay what they are, whoever else changes them. */
export function changed(
	before: CourseSessionInput,
	after: CourseSessionInput,
): Partial<CourseSessionInput> {
	const differs = ([name, value]: [string, unknown]) =>
		JSON.stringify(value) !== JSON.stringify(before[name as keyof CourseSessionInput]);
	return Object.fromEntries(Object.entries(after).filter(differs));
}
