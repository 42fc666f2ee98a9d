import type { PertRequest, ProjectActivity } from "@/api/gen/types.gen.ts";
import { deadlineOf } from "./limits.ts";

/** As many as a page asks for at once; the report has all of them. */
export const MOST = 20;

export interface Due {
	code: string;
	/** The day the activity is to be finished by. */
	day: string;
}

/** The deadlines of a plan, soonest first. */
export const duesOf = (activities: readonly ProjectActivity[]): Due[] =>
	activities
		.flatMap((one) => {
			const day = deadlineOf(one);
			return day ? [{ code: one.code, day }] : [];
		})
		.sort((one, other) => one.day.localeCompare(other.day))
		.slice(0, MOST);

/** An activity and all it waits for, in the order of the plan. */
export function upTo(activities: readonly ProjectActivity[], code: string): ProjectActivity[] {
	const byCode = new Map(activities.map((one) => [one.code, one]));
	const kept = new Set([code]);
	// Each is visited once: what is added while it runs is visited too.
	for (const next of kept)
		for (const before of byCode.get(next)?.predecessors ?? []) kept.add(before.code);
	return activities.filter((one) => kept.has(one.code));
}

/**
 * What to ask of the chance that these activities are done after so many working days. What has no three estimates is
 * certain, as it is for the whole project.
 */
export function chanceRequest(
	activities: readonly ProjectActivity[],
	duration: number,
	minutesPerDay: number,
): PertRequest {
	const days = (whole: number | null | undefined, minutes: number | null | undefined) =>
		whole ?? (minutes ?? 0) / minutesPerDay;
	return {
		activities: activities.map((one) => {
			const certain = days(one.duration_days, one.duration_minutes);
			const three = one.milestone ? null : one.estimate;
			return {
				id: one.code,
				optimistic: three?.optimistic ?? certain,
				most_likely: three?.most_likely ?? certain,
				pessimistic: three?.pessimistic ?? certain,
			};
		}),
		links: activities.flatMap((one) =>
			(one.predecessors ?? []).map(({ code, type, lag_days, lag_minutes }) => ({
				from: code,
				to: one.code,
				...(type ? { type } : {}),
				lag: days(lag_days, lag_minutes),
			})),
		),
		deadlines: [{ duration }],
		simulation: { runs: 1000, seed: 1 },
	};
}
