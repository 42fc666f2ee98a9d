import type { ActivityProgress, PlanningProgressMethod, WorkMeasure } from "@/api/gen/types.gen.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { readNumber } from "./use-money.ts";

export const METHODS = [
	"percent",
	"units",
	"milestones",
	"fifty_fifty",
	"zero_hundred",
] as const satisfies readonly PlanningProgressMethod[];
export const MOST_STEPS = 50;

/** A step of an activity, as it is typed. */
export interface Step {
	/** Reports name the step by it; nobody has to see it. */
	code: string;
	names: Names;
	weight: string;
}

/** How the work is measured, as it is typed; what another method asks stays in its fields. */
export interface TypedMeasure {
	method: PlanningProgressMethod;
	steps: readonly Step[];
	unit: string;
	planned: string;
}

/** A step with a code no other has: reports on one that was removed must not count for a new one. */
export function blankStep(steps: readonly Step[]): Step {
	const numbers = steps.map(({ code }) => Number(code)).filter(Number.isInteger);
	return { code: String(Math.max(0, ...numbers) + 1), names: noNames, weight: "1" };
}

export function fromMeasure(measure: WorkMeasure | null | undefined): TypedMeasure {
	const first = blankStep([]);
	return {
		method: measure?.method ?? "percent",
		steps: measure?.steps?.length
			? measure.steps.map(({ code, name, weight }) => ({
					code,
					names: namesOf(name),
					weight: String(weight),
				}))
			: [first, blankStep([first])],
		unit: measure?.unit ?? "",
		planned: measure?.units_planned == null ? "" : String(measure.units_planned),
	};
}

/** A number above nothing; null when it is none. */
const readShare = (typed: string) => {
	const value = readNumber(typed);
	return value !== null && value > 0 ? value : null;
};

/** What is missing or cannot be read: fields by the pointers of what would be sent. */
export function unreadMeasure({ method, steps, planned }: TypedMeasure): ReadonlySet<string> {
	const wrong = new Set<string>();
	if (method === "units" && readShare(planned) === null) wrong.add("units_planned");
	if (method !== "milestones") return wrong;
	steps.forEach(({ names, weight }, index) => {
		if (!names.ar.trim()) wrong.add(`steps/${index}/name/ar`);
		if (readShare(weight) === null) wrong.add(`steps/${index}/weight`);
	});
	return wrong;
}

/** Per cent is the measure of an activity that has none. */
export function toMeasure({ method, steps, unit, planned }: TypedMeasure): WorkMeasure | null {
	if (method === "percent") return null;
	if (method === "units")
		return { method, units_planned: readShare(planned), unit: unit.trim() || null };
	if (method !== "milestones") return { method };
	return {
		method,
		steps: steps.map(({ code, names, weight }) => ({
			code,
			name: textOf(names),
			weight: readShare(weight) ?? 1,
		})),
	};
}

/** What each step is of the whole work, in per cent; null while a weight cannot be read. */
export function sharesOf(steps: readonly Step[]): readonly (number | null)[] {
	const weights = steps.map(({ weight }) => readShare(weight));
	const all = weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
	return weights.map((weight) => (weight === null ? null : (100 * weight) / all));
}

/** The steps of today's measure that a report names. */
export const reachedOf = (measure: WorkMeasure, said: ActivityProgress) =>
	measure.steps?.filter(({ code }) => said.steps?.includes(code)) ?? [];

/** Whether a report was written while the work was measured in another way: it can only be told in per cent. */
export function isOtherwise(
	measure: WorkMeasure | null | undefined,
	said: ActivityProgress,
): boolean {
	const share = said.percent ?? 0;
	switch (measure?.method) {
		case "units":
			return said.units == null;
		case "milestones":
			return share > 0 && reachedOf(measure, said).length === 0;
		case "zero_hundred":
		case "fifty_fifty":
			return share !== 0 && share !== 50 && share !== 100;
		default:
			return said.units != null || (said.steps ?? []).length > 0;
	}
}
