import type { ActivityName, ProjectSchedule } from "@/api/gen/types.gen.ts";

/** An activity of the schedule, laid on a line of time. */
export interface Timed {
	code: string;
	name: ActivityName["name"];
	milestone: boolean;
	critical: boolean;
	/** In days: of the calendar when the project has a start, of work otherwise. */
	start: number;
	finish: number;
	lateFinish: number;
	floatDays: number;
	done: number;
	/** Its days in the baseline, first and past the last. */
	before: readonly [number, number] | undefined;
	/** The end of the day it should be finished by. */
	due: number | undefined;
}

/** The days of activities in a plan that was frozen, by their codes of today. */
export interface Frozen {
	number: number;
	days: ReadonlyMap<string, readonly [string, string]>;
}

export const DAY = 86_400_000;

/** An instant of the plan as days since 1970, on the plan's own clock. */
export const dayOf = (moment: string) =>
	Date.parse(`${moment.length > 10 ? moment : `${moment}T00:00`}Z`) / DAY;

/** Everything a drawing over time needs, by dates when there are some. */
export function timed(
	schedule: ProjectSchedule,
	done: ReadonlyMap<string, number>,
	frozen?: Frozen,
	/** Deadlines by code. */
	dues: ReadonlyMap<string, string> = new Map(),
) {
	const { schedule: plan, activities: names } = schedule;
	const dated = !!plan.start && !!plan.finish;
	const days = (minutes: number) => minutes / plan.minutes_per_day;
	const at = (moment: string | null | undefined, minutes: number) =>
		dated && moment ? dayOf(moment) : days(minutes);
	const rows = plan.activities.map((one, index): Timed => {
		const named = names[index];
		const days = dated ? frozen?.days.get(one.id) : undefined;
		const due = dated ? dues.get(one.id) : undefined;
		return {
			code: one.id,
			name: named?.name ?? { ar: one.id },
			milestone: named?.milestone ?? false,
			critical: one.critical,
			start: at(one.start, one.start_minutes),
			finish: at(one.finish, one.finish_minutes),
			lateFinish: at(one.late_finish, one.late_finish_minutes),
			floatDays: one.total_float_days,
			done: done.get(one.id) ?? 0,
			before: days && [dayOf(days[0]), dayOf(days[1]) + 1],
			due: due === undefined ? undefined : dayOf(due) + 1,
		};
	});
	const starts = rows.flatMap(({ before }) => (before ? [before[0]] : []));
	const from = dated && plan.start ? Math.min(Math.floor(dayOf(plan.start)), ...starts) : 0;
	const end = Math.max(
		from + 1,
		...rows.map((row) => Math.max(row.finish, row.before?.[1] ?? 0, row.due ?? 0)),
	);
	return { rows, dated, from, to: dated ? Math.ceil(end) : end };
}
