import type {
	CohortAssignment,
	GradeScheme,
	GradeSchemeInput,
	GradeSource,
} from "@/api/gen/types.gen.ts";
import { latinDigits } from "@/i18n/format.ts";

/** Everything that can be part of a grade; without a weight it is not. */
export interface PartTyped {
	source: GradeSource;
	assignment: string | null;
	weight: number | null;
	leastReviews: number | null;
}

export const ACCEPTED = ["none", "all", "some"] as const;

/** A scheme as it is typed; shares and scores of 100 as text, empty where they are not asked for. */
export interface SchemeTyped {
	parts: PartTyped[];
	attendance: string;
	testAfter: string;
	grade: string;
	accepted: (typeof ACCEPTED)[number];
	atLeast: number | null;
	evaluation: boolean;
}

export type Fault = "hundred" | "required" | "noParts";

export const keyOf = ({ source, assignment }: Pick<PartTyped, "source" | "assignment">) =>
	assignment ? `${source}:${assignment}` : source;

/** Hundredths as typed: `8050` is `80,5`. */
const typedOf = (value: number | null | undefined) =>
	value == null ? "" : String(value / 100).replace(".", ",");

/** Hundredths of what was typed; nothing for nothing, not a number for what is none of 0 to 100. */
export function hundredths(typed: string): number | null {
	const text = latinDigits(typed).trim().replace(/[,٫]/, ".");
	if (!text) return null;
	if (!/^\d{1,3}(\.\d{1,2})?$/.test(text) || Number(text) > 100) return Number.NaN;
	return Math.round(Number(text) * 100);
}

type Graded = Pick<CohortAssignment, "id" | "peer_reviews">;

/** The scheme there is, and behind its parts all that could be one. */
export function fromScheme(scheme: GradeScheme, assignments: readonly Graded[]): SchemeTyped {
	const parts: PartTyped[] = scheme.parts.map((part) => ({
		source: part.source,
		assignment: part.assignment_id ?? null,
		weight: part.weight,
		leastReviews: part.least_reviews ?? null,
	}));
	const there = new Set(parts.map(keyOf));
	const offer = (source: GradeSource, assignment: string | null = null) => {
		const part = { source, assignment, weight: null, leastReviews: null };
		if (!there.has(keyOf(part))) parts.push(part);
	};
	offer("attendance");
	offer("test_before");
	offer("test_after");
	for (const { id } of assignments) offer("assignment", id);
	for (const one of assignments) if (one.peer_reviews) offer("peer_review", one.id);
	const asked = scheme.certificate ?? {};
	const { assignments_accepted: accepted } = asked;
	return {
		parts,
		attendance: typedOf(asked.least_attendance),
		testAfter: typedOf(asked.least_test_after),
		grade: typedOf(asked.least_grade),
		accepted: accepted == null ? "none" : accepted === "all" ? "all" : "some",
		atLeast: typeof accepted === "object" ? (accepted?.at_least ?? null) : null,
		evaluation: asked.evaluation ?? false,
	};
}

const taken = (typed: SchemeTyped) =>
	typed.parts.flatMap((part) =>
		part.weight === null ? [] : [{ ...part, weight: part.weight, at: keyOf(part) }],
	);

/** Which part an index of what is sent is. */
export const sentKeys = (typed: SchemeTyped) => taken(typed).map(({ at }) => at);

export function faultsOf(typed: SchemeTyped): Record<string, Fault> {
	const faults: Record<string, Fault> = {};
	const share = (pointer: string, text: string) => {
		if (Number.isNaN(hundredths(text))) faults[pointer] = "hundred";
	};
	if (taken(typed).length === 0) faults["/parts"] = "noParts";
	share("/certificate/least_attendance", typed.attendance);
	share("/certificate/least_test_after", typed.testAfter);
	share("/certificate/least_grade", typed.grade);
	if (typed.accepted === "some" && !typed.atLeast)
		faults["/certificate/assignments_accepted"] = "required";
	return faults;
}

export function toInput(typed: SchemeTyped): GradeSchemeInput {
	const { accepted, atLeast } = typed;
	return {
		parts: taken(typed).map(({ source, assignment, weight, leastReviews }) => ({
			source,
			weight,
			assignment_id: assignment,
			least_reviews: source === "peer_review" ? leastReviews : null,
		})),
		certificate: {
			least_attendance: hundredths(typed.attendance),
			least_test_after: hundredths(typed.testAfter),
			least_grade: hundredths(typed.grade),
			assignments_accepted:
				accepted === "all" ? "all" : accepted === "some" ? { at_least: atLeast ?? 1 } : null,
			evaluation: typed.evaluation,
		},
	};
}
