import type {
	DayPresence,
	EventBadge,
	EventKind,
	EventPresence,
	Text,
} from "@/api/gen/types.gen.ts";
import { addDays } from "@/i18n/days.ts";
import { clockOf } from "@/i18n/left.ts";
import { isLater, momentAfter, setRight } from "@/reference/device/entries.ts";
import type { Entry } from "./entries.ts";

/** The badges of an event as they are kept on the device. */
export interface Roster {
	event: string;
	account: string;
	name: Text;
	/** Absent in what was kept before this was read. */
	kind?: EventKind | undefined;
	starts_on: string;
	ends_on: string;
	/** Its organisers have ended it: closed, or called off; absent in what was kept before this was read. */
	ended?: boolean;
	/** Until when an evening lasts past midnight at most, `02:00`; nothing where the doors close on the day they open. */
	late?: string | undefined;
	badges: EventBadge[];
	/** How many came on each day, as the server last counted. */
	days: DayPresence[];
	/** When the badges were last read, by the clock of this device. */
	read_at: string;
	/** When the server was last asked, by the clock of this device. */
	synced_at: string;
	/** Seconds by which the clock of this device is ahead of the server's. */
	ahead: number;
	/** This account records; others only read. */
	records: boolean;
}

function grouped<T>(things: readonly T[], by: (thing: T) => string) {
	const groups = new Map<string, T[]>();
	for (const thing of things) {
		const group = groups.get(by(thing));
		if (group) group.push(thing);
		else groups.set(by(thing), [thing]);
	}
	return groups;
}

const earlier = (a: string | null | undefined, b: string) =>
	a && Date.parse(a) <= Date.parse(b) ? a : b;

/** A badge after entries more, in whatever order they are given: as the server will have it. */
export function afterEntries(
	badge: EventBadge,
	entries: readonly Entry[],
	ahead: number,
): EventBadge {
	let { inside, first_in_at, last_at } = badge;
	let last: Pick<Entry, "id" | "at"> = { id: "", at: last_at ?? new Date(0).toISOString() };
	for (const entry of entries) {
		const at = setRight(entry, ahead);
		if (entry.direction === "in") first_in_at = earlier(first_in_at, at);
		if (!isLater({ id: entry.id, at }, last)) continue;
		last = { id: entry.id, at };
		last_at = at;
		inside = entry.direction === "in";
	}
	return { ...badge, inside, first_in_at, last_at };
}

/** The roster with what waits to be sent. */
export function withEntries(
	badges: readonly EventBadge[],
	entries: readonly Entry[],
	ahead: number,
): EventBadge[] {
	const byCode = grouped(entries, ({ code }) => code);
	return badges.map((badge) => {
		const own = byCode.get(badge.code);
		return own ? afterEntries(badge, own, ahead) : badge;
	});
}

/** When somebody passes who stands before the device, by its clock. */
export const momentOf = (badge: EventBadge | undefined, now: number, ahead: number) =>
	momentAfter(badge?.last_at, now, ahead);

/** Late news of the last day still come on the day after it; then the names go. */
export const isForgotten = ({ ends_on }: Pick<Roster, "ends_on">, today: string) =>
	addDays(ends_on, 1) < today;

/** The day of the event that a moment belongs to: what happens past midnight while an evening lasts is of the day before. */
export function dayOf({ late }: Pick<Roster, "late">, now: number): string {
	const { day, time } = clockOf(new Date(now).toISOString());
	return late && time <= late ? addDays(day, -1) : day;
}

/** Whether entries are taken: stands are set up on the day before the first, and organisers may end an event before its last day. */
export function season(
	{ starts_on, ends_on, ended }: Roster,
	today: string,
): "early" | "now" | "over" | "ended" {
	if (ended) return "ended";
	if (today < addDays(starts_on, -1)) return "early";
	return today > ends_on ? "over" : "now";
}

export const came = (badge: EventBadge) => !!badge.first_in_at;

/** Who is there, in numbers, counted as the server counts. */
export function countsOf(badges: readonly EventBadge[]) {
	const associations = new Set(badges.map((badge) => badge.application_id));
	const there = badges.filter((badge) => came(badge) || badge.status === "attended");
	const arrived = badges.filter(came).length;
	return {
		inside: badges.filter((badge) => badge.inside).length,
		came: arrived,
		absent: badges.length - arrived,
		badges: badges.length,
		associationsCame: new Set(there.map((badge) => badge.application_id)).size,
		associations: associations.size,
	};
}

/** Reading the names is noted by the server: not more often than this, whatever changes. */
const READ_AT_MOST = 30_000;
/** And not less often than this, for what numbers do not tell. */
const READ_AT_LEAST = 180_000;

/** Whether the badges are to be read again: the server counts otherwise, or it was long ago. */
export function isDue(
	{ badges, read_at }: Pick<Roster, "badges" | "read_at">,
	presence: EventPresence,
	now: number,
): boolean {
	const age = now - Date.parse(read_at);
	if (age < 0 || age >= READ_AT_LEAST) return true;
	const counts = countsOf(badges);
	const agrees =
		counts.badges === presence.badges &&
		counts.came === presence.came &&
		counts.inside === presence.inside &&
		counts.associations === presence.associations &&
		counts.associationsCame === presence.associations_came;
	return !agrees && age >= READ_AT_MOST;
}

/** Associations of which nobody has come, each with its artisans. */
export function absentees(badges: readonly EventBadge[]): EventBadge[][] {
	const byApplication = grouped(badges, (badge) => badge.application_id);
	return [...byApplication.values()].filter(
		(own) => !own.some((badge) => came(badge) || badge.status === "attended"),
	);
}
