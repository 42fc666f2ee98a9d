import type {
	ActivityInput,
	PlanningConstraint,
	PlanningConstraintKind,
} from "@/api/gen/types.gen.ts";
import { isDate } from "@/ui/date-parts.ts";

/** A deadline is not among them: an activity has it beside its constraint. */
export const KINDS = [
	"start_no_earlier_than",
	"start_no_later_than",
	"finish_no_earlier_than",
	"finish_no_later_than",
	"must_start_on",
	"must_finish_on",
	"as_late_as_possible",
] as const satisfies readonly PlanningConstraintKind[];
export type Kind = (typeof KINDS)[number];

/** What limits the dates of an activity, and what is remarked of it. */
export type Limits = Pick<ActivityInput, "constraint" | "deadline" | "note">;

/** The same as it is typed. */
export interface TypedLimits {
	kind: Kind | null;
	at: string | null;
	deadline: string | null;
	note: string;
}

export const limitsOf = (source: Limits | null): Limits => ({
	constraint: source?.constraint ?? null,
	deadline: source?.deadline ?? null,
	note: source?.note ?? null,
});

const dayOf = (moment: string | null | undefined) => moment?.slice(0, 10) ?? null;
export const kindOf = (constraint: PlanningConstraint | null | undefined): Kind | null =>
	KINDS.find((one) => one === constraint?.kind) ?? null;
export const hasDay = (kind: Kind | null) => kind !== null && kind !== "as_late_as_possible";

/** The day the work should be finished by, however it was said. */
export const deadlineOf = ({ constraint, deadline }: Limits): string | null =>
	dayOf(deadline ?? (constraint?.kind === "deadline" ? constraint.at : null));

export const fromLimits = (limits: Limits): TypedLimits => ({
	kind: kindOf(limits.constraint),
	at: kindOf(limits.constraint) ? dayOf(limits.constraint?.at) : null,
	deadline: deadlineOf(limits),
	note: limits.note ?? "",
});

/** A moment that was not touched keeps its time of day. */
const keep = (day: string | null, before: string | null | undefined) =>
	day !== null && day === dayOf(before) ? (before ?? null) : day;

/** Whether the constraint counts working minutes from the start, and still does. */
const isCounted = ({ kind, at }: TypedLimits, { constraint }: Limits) =>
	at === null && kind === constraint?.kind && constraint?.offset_minutes != null;

export function toLimits(typed: TypedLimits, before: Limits): Limits {
	const { kind } = typed;
	const counted = isCounted(typed, before);
	return {
		constraint:
			kind === null
				? null
				: counted
					? (before.constraint ?? null)
					: { kind, ...(hasDay(kind) ? { at: keep(typed.at, before.constraint?.at) } : {}) },
		deadline: keep(typed.deadline, before.deadline),
		note: typed.note.trim() || null,
	};
}

/** What is missing or is no date. */
export function unreadLimits(typed: TypedLimits, before: Limits): ReadonlySet<"at" | "deadline"> {
	const wrong = new Set<"at" | "deadline">();
	const missing = typed.at === null || !isDate(typed.at);
	if (hasDay(typed.kind) && missing && !isCounted(typed, before)) wrong.add("at");
	if (typed.deadline !== null && !isDate(typed.deadline)) wrong.add("deadline");
	return wrong;
}
