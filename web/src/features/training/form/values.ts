import type {
	Approval,
	Cohort,
	CohortInput,
	Language,
	SeatConditions,
} from "@/api/gen/types.gen.ts";
import { isTime, timeOf } from "@/i18n/hours.ts";
import { clockOf, instantOf } from "@/i18n/left.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { isDate } from "@/ui/date-parts.ts";
import { freeCode } from "@/ui/row-list.ts";

export interface QuotaTyped {
	code: string;
	name: Names;
	seats: number | null;
	for: SeatConditions;
}

/** How participants meet. */
export const WAYS = ["place", "online", "both"] as const;
export type Way = (typeof WAYS)[number];

/** Who teaches, with the name they were found by: they may have left the pool since. */
export interface TrainerTyped {
	id: string;
	name: string;
}

/** A cohort as it is typed: nothing is lost for being unfinished. Hours are those of Algeria. */
export interface CohortTyped {
	course: string | null;
	name: Names;
	description: Names;
	languages: Language[];
	way: Way;
	wilaya: string | null;
	commune: string | null;
	venue: Names;
	room: Names;
	url: string;
	startsOn: string | null;
	endsOn: string | null;
	capacity: number | null;
	quotas: QuotaTyped[];
	opensOn: string | null;
	opensAt: string;
	closesOn: string | null;
	closesAt: string;
	selfEnrolment: boolean;
	approval: Approval;
	attendance: number | null;
	/** A session missed with an excuse leaves the hours that count. */
	excusedLeave: boolean;
	/** Minutes late from which on one counts as absent; never where it is empty. */
	lateIsAbsent: number | null;
	trainers: TrainerTyped[];
}

export const blank: CohortTyped = {
	course: null,
	name: noNames,
	description: noNames,
	languages: ["ar"],
	way: "place",
	wilaya: null,
	commune: null,
	venue: noNames,
	room: noNames,
	url: "",
	startsOn: null,
	endsOn: null,
	capacity: null,
	quotas: [],
	opensOn: null,
	opensAt: "08:00",
	closesOn: null,
	closesAt: "16:00",
	selfEnrolment: false,
	approval: "chamber",
	attendance: 80,
	excusedLeave: false,
	lateIsAbsent: null,
	trainers: [],
};

const namesOrNone = (text: Parameters<typeof namesOf>[0] | null | undefined) =>
	text ? namesOf(text) : noNames;

export function fromCohort(cohort: Cohort): CohortTyped {
	const opens = clockOf(cohort.opens_at);
	const closes = clockOf(cohort.closes_at);
	const { place, online_url: url } = cohort;
	return {
		course: cohort.course_id,
		name: namesOf(cohort.name),
		description: namesOrNone(cohort.description),
		languages: cohort.languages,
		way: place ? (url ? "both" : "place") : "online",
		wilaya: cohort.wilaya_code ?? null,
		commune: place?.commune_code ?? null,
		venue: namesOrNone(place?.venue),
		room: namesOrNone(place?.room),
		url: url ?? "",
		startsOn: cohort.starts_on,
		endsOn: cohort.ends_on,
		capacity: cohort.capacity,
		quotas: (cohort.quotas ?? []).map((one) => ({ ...one, name: namesOf(one.name) })),
		opensOn: opens.day,
		opensAt: opens.time,
		closesOn: closes.day,
		closesAt: closes.time,
		selfEnrolment: cohort.self_enrolment ?? false,
		approval: cohort.approval ?? "chamber",
		attendance: cohort.attendance_percent ?? 80,
		excusedLeave: cohort.excused_leave_the_total ?? false,
		lateIsAbsent: cohort.absent_from_minutes_late ?? null,
		trainers: (cohort.trainer_ids ?? []).map((id) => ({
			id,
			name: cohort.trainers.find((one) => one.person_id === id)?.name ?? "",
		})),
	};
}

export const newQuota = (rows: readonly QuotaTyped[]): QuotaTyped => ({
	code: freeCode("quota", rows),
	name: noNames,
	seats: null,
	for: {},
});

/** Seats that quotas keep, as far as they are typed. */
export const keptSeats = ({ quotas }: Pick<CohortTyped, "quotas">) =>
	quotas.reduce((sum, { seats }) => sum + (seats ?? 0), 0);

export const asksNothing = ({ women, young, border_or_isolated, wilayas = [] }: SeatConditions) =>
	!women && !young && !border_or_isolated && wilayas.length === 0;

export type Fault =
	| "required"
	| "date"
	| "time"
	| "order"
	| "late"
	| "code"
	| "repeated"
	| "positive"
	| "percent"
	| "crowded"
	| "forNobody"
	| "url";

const CODE = /^[a-z0-9_-]{1,40}$/;
const URL_SHAPE = /^https:\/\/[^\s/]+\.\S+$/;

/** What can be said before the server is asked, by pointer into what would be sent. */
export function faultsOf(typed: CohortTyped): Record<string, Fault> {
	const faults: Record<string, Fault> = {};
	const day = (pointer: string, value: string | null) => {
		if (value === null) faults[pointer] = "required";
		else if (!isDate(value)) faults[pointer] = "date";
	};
	const time = (pointer: string, value: string) => {
		if (!isTime(value)) faults[`${pointer}/time`] = value.trim() ? "time" : "required";
	};
	const name = (pointer: string, names: Names) => {
		if (!names.ar.trim()) faults[`${pointer}/ar`] = "required";
	};
	/** A text that is not asked for is in Arabic too, once it is in another language. */
	const whole = (pointer: string, names: Names) => {
		if (names.fr.trim() || names.en.trim()) name(pointer, names);
	};
	const positive = (pointer: string, value: number | null) => {
		if (value === null) faults[pointer] = "required";
		else if (value < 1) faults[pointer] = "positive";
	};
	if (!typed.course) faults["/course_id"] = "required";
	name("/name", typed.name);
	whole("/description", typed.description);
	if (typed.languages.length === 0) faults["/languages"] = "required";
	if (typed.way !== "online") {
		if (!typed.commune) faults["/place/commune_code"] = "required";
		name("/place/venue", typed.venue);
		whole("/place/room", typed.room);
	}
	if (typed.way !== "place" && !URL_SHAPE.test(typed.url.trim()))
		faults["/online_url"] = typed.url.trim() ? "url" : "required";
	day("/starts_on", typed.startsOn);
	day("/ends_on", typed.endsOn);
	day("/opens_at", typed.opensOn);
	time("/opens_at", typed.opensAt);
	day("/closes_at", typed.closesOn);
	time("/closes_at", typed.closesAt);
	const { startsOn, endsOn, closesOn } = typed;
	if (isDate(startsOn) && isDate(endsOn) && endsOn < startsOn) faults["/ends_on"] = "order";
	if (isDate(startsOn) && isDate(closesOn) && closesOn > startsOn) faults["/closes_at"] = "late";
	const { opens, closes } = instantsOf(typed);
	if (opens && closes && closes <= opens) faults["/closes_at"] = "order";
	positive("/capacity", typed.capacity);
	if (typed.capacity !== null && keptSeats(typed) > typed.capacity) faults["/capacity"] = "crowded";
	if (typed.attendance === null) faults["/attendance_percent"] = "required";
	else if (typed.attendance > 100) faults["/attendance_percent"] = "percent";
	if (typed.lateIsAbsent === 0) faults["/absent_from_minutes_late"] = "positive";
	typed.quotas.forEach((quota, index) => {
		const at = `/quotas/${index}`;
		const code = quota.code.trim();
		if (!CODE.test(code)) faults[`${at}/code`] = "code";
		else if (typed.quotas.findIndex((one) => one.code.trim() === code) < index)
			faults[`${at}/code`] = "repeated";
		name(`${at}/name`, quota.name);
		positive(`${at}/seats`, quota.seats);
		if (asksNothing(quota.for)) faults[`${at}/for`] = "forNobody";
	});
	return faults;
}

function instantsOf({ opensOn, opensAt, closesOn, closesAt }: CohortTyped) {
	const at = (day: string | null, time: string) =>
		isDate(day) && isTime(time) ? instantOf(day, timeOf(time)) : undefined;
	return { opens: at(opensOn, opensAt), closes: at(closesOn, closesAt) };
}

/** What is sent, once nothing is missing; nothing before. */
export function toInput(typed: CohortTyped): CohortInput | undefined {
	const { opens, closes } = instantsOf(typed);
	const { course, startsOn, endsOn, capacity, commune, way } = typed;
	if (!opens || !closes || !course || !startsOn || !endsOn || capacity === null) return undefined;
	const inPlace = way !== "online" && commune;
	return {
		course_id: course,
		name: textOf(typed.name),
		description: typed.description.ar.trim() ? textOf(typed.description) : null,
		languages: typed.languages,
		place: inPlace
			? {
					commune_code: commune,
					venue: textOf(typed.venue),
					room: typed.room.ar.trim() ? textOf(typed.room) : null,
				}
			: null,
		online_url: way === "place" ? null : typed.url.trim(),
		starts_on: startsOn,
		ends_on: endsOn,
		capacity,
		quotas: typed.quotas.map((quota) => ({
			code: quota.code.trim(),
			name: textOf(quota.name),
			seats: quota.seats ?? 0,
			for: quota.for,
		})),
		opens_at: opens,
		closes_at: closes,
		self_enrolment: typed.selfEnrolment,
		approval: typed.approval,
		attendance_percent: typed.attendance ?? 0,
		excused_leave_the_total: typed.excusedLeave,
		absent_from_minutes_late: typed.lateIsAbsent,
		trainer_ids: typed.trainers.map(({ id }) => id),
	};
}
