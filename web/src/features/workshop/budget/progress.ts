import type { ActivityProgress, ProjectActivity } from "@/api/gen/types.gen.ts";
import { isDate } from "@/ui/date-parts.ts";
import { readNumber } from "../use-money.ts";

export const STATES = ["none", "begun", "done"] as const;
export type State = (typeof STATES)[number];

/** How far an activity is, as it is typed; its measure says which of it counts. */
export interface TypedProgress {
	percent: string;
	units: string;
	/** Codes of the steps reached. */
	steps: readonly string[];
	/** Where the work counts by its beginning and its end; null when nothing is said. */
	state: State | null;
	start: string | null;
	finish: string | null;
}

export const methodOf = ({ measure }: ProjectActivity) => measure?.method ?? "percent";
export type Method = ReturnType<typeof methodOf>;

/** Whether the work counts by its beginning and its end alone. */
export const isFixed = (activity: ProjectActivity) =>
	methodOf(activity) === "zero_hundred" || methodOf(activity) === "fifty_fifty";

const stateOf = (said: ActivityProgress): State =>
	said.actual_finish || said.percent === 100
		? "done"
		: said.actual_start || said.percent
			? "begun"
			: "none";

/**
 * What stands in the fields: what the report says of the activity, or nothing yet. Steps that were
 * reached before are ticked already, and dates that are known are there.
 */
export function startOf(
	activity: ProjectActivity,
	day: string,
	had: ActivityProgress | undefined,
	last: ActivityProgress | undefined,
): TypedProgress {
	const from = had ?? last;
	const known = activity.measure?.steps?.map(({ code }) => code) ?? [];
	return {
		percent: had?.percent == null ? "" : String(had.percent),
		units: had?.units == null ? "" : String(had.units),
		steps: from?.steps?.filter((code) => known.includes(code)) ?? [],
		state: had ? stateOf(had) : null,
		start: from?.actual_start ?? activity.actual_start?.slice(0, 10) ?? day,
		finish: had?.actual_finish ?? day,
	};
}

/** What cannot be read, by field. A report that said something of an activity goes on saying it. */
export function unreadProgress(
	activity: ProjectActivity,
	typed: TypedProgress,
	had: boolean,
): "percent" | "units" | "start" | "finish" | undefined {
	const method = methodOf(activity);
	if (method === "percent" || method === "units") {
		const text = typed[method].trim();
		return (text === "" ? had && method === "units" : readNumber(text) === null)
			? method
			: undefined;
	}
	if (!isFixed(activity) || typed.state === null || typed.state === "none") return undefined;
	if (!isDate(typed.start)) return "start";
	return typed.state === "done" && !isDate(typed.finish) ? "finish" : undefined;
}

/** What is reported of the activity, or nothing where nothing is said. */
export function toProgress(
	activity: ProjectActivity,
	typed: TypedProgress,
	before: TypedProgress,
	had: ActivityProgress | undefined,
): ActivityProgress | undefined {
	const dates = had ? { actual_start: had.actual_start, actual_finish: had.actual_finish } : {};
	const entry = { activity_id: activity.id ?? activity.code };
	switch (methodOf(activity)) {
		case "percent": {
			const percent = readNumber(typed.percent);
			return percent === null ? undefined : { ...entry, ...dates, percent };
		}
		case "units": {
			const units = readNumber(typed.units);
			return units === null ? undefined : { ...entry, ...dates, units };
		}
		case "milestones": {
			const same =
				typed.steps.length === before.steps.length &&
				typed.steps.every((code) => before.steps.includes(code));
			return same && !had ? undefined : { ...entry, ...dates, steps: [...typed.steps] };
		}
		default: {
			if (typed.state === null) return undefined;
			return {
				...entry,
				...(typed.state === "none" ? {} : { actual_start: typed.start }),
				...(typed.state === "done" ? { actual_finish: typed.finish } : {}),
			};
		}
	}
}
