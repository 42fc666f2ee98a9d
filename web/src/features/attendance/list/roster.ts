import type {
	CohortStatus,
	CourseSession,
	ParticipantAttendance,
	SessionAttendance,
	Text,
} from "@/api/gen/types.gen.ts";
import { addDays } from "@/i18n/days.ts";
import { isLater, setRight } from "@/reference/device/entries.ts";
import type { Listed } from "@/reference/device/store.ts";
import type { KeptNote } from "./marks.ts";

/** The participants and sessions of a cohort as they are kept on the device. */
export interface Roster extends Listed {
	cohort: string;
	name: Text;
	ends_on: string;
	/** Whether it takes place; lists kept from before do not say. */
	status?: CohortStatus;
	status_reason?: string | null;
	sessions: CourseSession[];
	/** Nobody where this account does not note attendance: it reads page by page. */
	people: ParticipantAttendance[];
	/** When the participants were last read, by the clock of this device. */
	read_at: string;
	/** Something was sent since. */
	unread: boolean;
	/** This account notes attendance; others only read. */
	records: boolean;
}

/** A mark before the server has it. */
export interface Shown extends SessionAttendance {
	waits?: boolean;
}

/** Whether an entry of this device counts more than what is known: any of a list more than an arrival with the code, else the later. */
function counts(entry: { id: string; at: string }, known: (Shown & { id?: string }) | undefined) {
	if (!known || known.method === "code") return true;
	return isLater(entry, { id: known.id ?? "", at: known.at });
}

/** Participants after entries more, in whatever order they are given: as the server will have them. */
export function withNotes(
	people: readonly ParticipantAttendance[],
	entries: readonly KeptNote[],
	ahead: number,
	waits = false,
): (ParticipantAttendance & { marks: Shown[] })[] {
	const own = new Map<string, KeptNote[]>();
	for (const entry of entries)
		own.set(entry.enrolment, [...(own.get(entry.enrolment) ?? []), entry]);
	return people.map((person) => {
		const marks = new Map<string, Shown & { id?: string }>(
			person.marks.map((one) => [one.session_id, one]),
		);
		for (const entry of own.get(person.enrolment_id) ?? []) {
			const { id, session, mark, minutes, why } = entry;
			const at = setRight(entry, ahead);
			if (!counts({ id, at }, marks.get(session))) continue;
			marks.set(session, {
				id,
				session_id: session,
				mark,
				method: "list",
				at,
				minutes_missed: minutes ?? null,
				reason: why ?? null,
				waits,
			});
		}
		return { ...person, marks: [...marks.values()] };
	});
}

/** What is noted of somebody in a session. */
export const markIn = (person: { marks: readonly Shown[] }, session: string): Shown | undefined =>
	person.marks.find(({ session_id }) => session_id === session);

/** How many have which mark in a session. */
export function countsIn(people: readonly { marks: readonly Shown[] }[], session: string) {
	const counts = { present: 0, late: 0, excused: 0, absent: 0, unmarked: 0 };
	for (const person of people) counts[markIn(person, session)?.mark ?? "unmarked"] += 1;
	return counts;
}

/** Late news of the last day still come on the day after it; then the names go. */
export const isForgotten = ({ ends_on }: Pick<Roster, "ends_on">, today: string) =>
	addDays(ends_on, 1) < today;

/** After something was sent the shares are read again, but not with every mark. */
const READ_AT_MOST = 10_000;
/** Arrivals with the code, and what others note. */
const READ_AT_LEAST = 60_000;

/** Whether the participants are to be read again. */
export function isDue({ read_at, unread }: Pick<Roster, "read_at" | "unread">, now: number) {
	const age = now - Date.parse(read_at);
	return age < 0 || age >= READ_AT_LEAST || (unread && age >= READ_AT_MOST);
}
