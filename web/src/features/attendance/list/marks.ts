import type { AttendanceMark, AttendanceRefusal, CourseSession } from "@/api/gen/types.gen.ts";
import { today } from "@/i18n/days.ts";
import { clockOf } from "@/i18n/left.ts";
import type { Noted } from "@/reference/device/entries.ts";

export type Mark = AttendanceMark;
export const MARKS = ["present", "late", "excused", "absent"] as const satisfies readonly Mark[];

/** What is noted of somebody, and what belongs to it. */
export interface Note {
	mark: Mark;
	/** With `late`, and only then. */
	minutes?: number;
	/** Why, such as the excuse. */
	why?: string;
}

/** A note as it is kept on this device: of whom and for which session by their ids alone. */
export interface KeptNote extends Noted, Note {
	cohort: string;
	account: string;
	session: string;
	enrolment: string;
	/** Why the server did not take it. */
	reason?: AttendanceRefusal;
}

const MINUTE = 60_000;
/** Minutes before the beginning from which somebody can be marked as there. */
const DOORS_OPEN = 30;

/** Whether only an excuse is noted yet. */
export const isAhead = ({ starts_at }: Pick<CourseSession, "starts_at">, now: number) =>
	now < Date.parse(starts_at) - DOORS_OPEN * MINUTE;

/** Minutes somebody has missed who comes now; nothing once the session is over. */
export function missedBy(session: CourseSession, now: number): number | null {
	const minutes = Math.floor((now - Date.parse(session.starts_at)) / MINUTE);
	return minutes > 0 && minutes < session.minutes ? minutes : null;
}

const dayOf = ({ starts_at }: CourseSession) => clockOf(starts_at).day;

/** Sessions to choose from: those of today first, then as they follow each other. */
export function inOrder(sessions: readonly CourseSession[], now: number): CourseSession[] {
	const day = today(new Date(now));
	const current = sessions.filter((one) => dayOf(one) === day);
	return [...current, ...sessions.filter((one) => dayOf(one) !== day)];
}

/** The session whose list is likely wanted: the one under way or next today, else the last that has begun, else the first. */
export function likely(sessions: readonly CourseSession[], now: number): CourseSession | undefined {
	const planned = sessions.filter(({ status }) => status === "planned");
	const todays = planned.filter((one) => dayOf(one) === today(new Date(now)));
	const begun = planned.filter(({ starts_at }) => Date.parse(starts_at) <= now);
	return (
		todays.find(({ ends_at }) => Date.parse(ends_at) > now) ??
		todays.at(-1) ??
		begun.at(-1) ??
		planned[0] ??
		sessions[0]
	);
}
