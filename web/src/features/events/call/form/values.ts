import type { Call, CallInput, Conditions } from "@/api/gen/types.gen.ts";
import { isTime, timeOf } from "@/i18n/hours.ts";
import { clockOf, instantOf } from "@/i18n/left.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { isDate } from "@/ui/date-parts.ts";
import { freeCode } from "@/ui/row-list.ts";

export interface QuotaTyped {
	code: string;
	name: Names;
	seats: number | null;
	for: Conditions;
}

export interface AnchorTyped {
	points: number | null;
	meaning: Names;
}

export interface CriterionTyped {
	code: string;
	name: Names;
	weight: number | null;
	anchors: AnchorTyped[];
}

/** A call as it is typed: nothing is lost for being unfinished. Hours are those of Algeria. */
export interface CallTyped {
	opensOn: string | null;
	opensAt: string;
	closesOn: string | null;
	closesAt: string;
	capacity: number | null;
	leastPoints: number | null;
	conditions: Conditions;
	quotas: QuotaTyped[];
	criteria: CriterionTyped[];
}

export const blank: CallTyped = {
	opensOn: null,
	opensAt: "08:00",
	closesOn: null,
	closesAt: "16:00",
	capacity: null,
	leastPoints: null,
	conditions: { mandate_valid: true },
	quotas: [],
	criteria: [],
};

export function fromCall(call: Call): CallTyped {
	const opens = clockOf(call.opens_at);
	const closes = clockOf(call.closes_at);
	return {
		opensOn: opens.day,
		opensAt: opens.time,
		closesOn: closes.day,
		closesAt: closes.time,
		capacity: call.capacity,
		leastPoints: call.least_points ?? null,
		conditions: call.conditions ?? {},
		quotas: (call.quotas ?? []).map((one) => ({ ...one, name: namesOf(one.name) })),
		criteria: (call.criteria ?? []).map(({ code, name, weight, anchors = [] }) => ({
			code,
			name: namesOf(name),
			weight,
			anchors: anchors.map(({ points, meaning }) => ({ points, meaning: namesOf(meaning) })),
		})),
	};
}

export const newQuota = (rows: readonly QuotaTyped[]): QuotaTyped => ({
	code: freeCode("quota", rows),
	name: noNames,
	seats: null,
	for: {},
});

export const newCriterion = (rows: readonly CriterionTyped[]): CriterionTyped => ({
	code: freeCode("criterion", rows),
	name: noNames,
	weight: 1,
	anchors: [],
});

/** Seats that quotas keep, as far as they are typed. */
export const keptSeats = ({ quotas }: Pick<CallTyped, "quotas">) =>
	quotas.reduce((sum, { seats }) => sum + (seats ?? 0), 0);

/** Only what is asked: a box that is not ticked and a list without rows say nothing. */
export const askedOf = (conditions: Conditions): Conditions =>
	Object.fromEntries(
		Object.entries(conditions).filter(([, value]) =>
			Array.isArray(value) ? value.length > 0 : value === 0 || !!value,
		),
	);
export const asksNothing = (conditions: Conditions) =>
	Object.keys(askedOf(conditions)).length === 0;

export type Fault =
	| "required"
	| "date"
	| "time"
	| "order"
	| "code"
	| "repeated"
	| "positive"
	| "points"
	| "crowded"
	| "forNobody";

const CODE = /^[a-z0-9_-]{1,40}$/;

/** What can be said before the server is asked, by pointer into what would be sent. */
export function faultsOf(typed: CallTyped): Record<string, Fault> {
	const faults: Record<string, Fault> = {};
	const instant = (pointer: string, day: string | null, time: string) => {
		if (day === null) faults[pointer] = "required";
		else if (!isDate(day)) faults[pointer] = "date";
		if (!isTime(time)) faults[`${pointer}/time`] = time.trim() ? "time" : "required";
	};
	const code = (list: string, rows: readonly { code: string }[]) => {
		rows.forEach((row, index) => {
			const pointer = `${list}/${index}/code`;
			if (!CODE.test(row.code.trim())) faults[pointer] = "code";
			else if (rows.findIndex((one) => one.code.trim() === row.code.trim()) < index)
				faults[pointer] = "repeated";
		});
	};
	const name = (pointer: string, names: Names) => {
		if (!names.ar.trim()) faults[`${pointer}/ar`] = "required";
	};
	const positive = (pointer: string, value: number | null) => {
		if (value === null) faults[pointer] = "required";
		else if (value < 1) faults[pointer] = "positive";
	};
	instant("/opens_at", typed.opensOn, typed.opensAt);
	instant("/closes_at", typed.closesOn, typed.closesAt);
	const { opens, closes } = instantsOf(typed);
	if (opens && closes && closes <= opens) faults["/closes_at"] = "order";
	positive("/capacity", typed.capacity);
	if (typed.capacity !== null && keptSeats(typed) > typed.capacity) faults["/capacity"] = "crowded";
	if ((typed.leastPoints ?? 0) > 10) faults["/least_points"] = "points";
	code("/quotas", typed.quotas);
	typed.quotas.forEach((quota, index) => {
		name(`/quotas/${index}/name`, quota.name);
		positive(`/quotas/${index}/seats`, quota.seats);
		if (asksNothing(quota.for)) faults[`/quotas/${index}/for`] = "forNobody";
	});
	code("/criteria", typed.criteria);
	typed.criteria.forEach((criterion, index) => {
		const at = `/criteria/${index}`;
		name(`${at}/name`, criterion.name);
		positive(`${at}/weight`, criterion.weight);
		criterion.anchors.forEach(({ points, meaning }, place) => {
			if (points === null) faults[`${at}/anchors/${place}/points`] = "required";
			else if (points > 10) faults[`${at}/anchors/${place}/points`] = "points";
			name(`${at}/anchors/${place}/meaning`, meaning);
		});
	});
	return faults;
}

function instantsOf({ opensOn, opensAt, closesOn, closesAt }: CallTyped) {
	const at = (day: string | null, time: string) =>
		isDate(day) && isTime(time) ? instantOf(day, timeOf(time)) : undefined;
	return { opens: at(opensOn, opensAt), closes: at(closesOn, closesAt) };
}

/** What is sent, once nothing is missing; nothing before. */
export function toInput(typed: CallTyped): CallInput | undefined {
	const { opens, closes } = instantsOf(typed);
	if (!opens || !closes || typed.capacity === null) return undefined;
	return {
		opens_at: opens,
		closes_at: closes,
		capacity: typed.capacity,
		least_points: typed.leastPoints,
		conditions: askedOf(typed.conditions),
		quotas: typed.quotas.map((quota) => ({
			code: quota.code.trim(),
			name: textOf(quota.name),
			seats: quota.seats ?? 0,
			for: askedOf(quota.for),
		})),
		criteria: typed.criteria.map(({ code, name, weight, anchors }) => ({
			code: code.trim(),
			name: textOf(name),
			weight: weight ?? 0,
			anchors: anchors.map(({ points, meaning }) => ({
				points: points ?? 0,
				meaning: textOf(meaning),
			})),
		})),
	};
}
