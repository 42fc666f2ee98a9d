import * as v from "valibot";
import { LOCALES } from "@/i18n/locale.ts";
import { among, id, wilaya, word } from "@/reference/search-words.ts";

export const TOOLS = [
	"business_model",
	"value_proposition",
	"activity_network",
	"earned_value",
	"capital_budgeting",
	"partners",
] as const;
export const COHORT_STATES = ["draft", "published", "cancelled", "closed"] as const;
export const COURSE_STATES = ["draft", "published", "archived"] as const;
export const ENROLMENT_STATES = [
	"requested",
	"waiting",
	"enrolled",
	"refused",
	"withdrawn",
] as const;

/** The catalogue of courses; everything it is narrowed by lives in the address. */
export const coursesSearch = v.object({ q: word, tool: among(TOOLS), craft_sector: word });
export type CoursesSearch = v.InferOutput<typeof coursesSearch>;

/** An earlier version of a course. */
export const courseSearch = v.object({
	version: v.fallback(
		v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/), v.transform(Number))),
		undefined,
	),
});

/** Cohorts; without a word on time, those that are not over. */
export const cohortsSearch = v.object({
	q: word,
	wilaya,
	course: id,
	when: among(["all"]),
});
export type CohortsSearch = v.InferOutput<typeof cohortsSearch>;

/** One's own cohorts, one state at a time. */
export const ownCohortsSearch = v.object({ q: word, status: among(COHORT_STATES) });
export type OwnCohortsSearch = v.InferOutput<typeof ownCohortsSearch>;
/** One's own courses, one state at a time. */
export const ownCoursesSearch = v.object({ q: word, status: among(COURSE_STATES) });
/** The pool of trainers, by what and in which language they teach. */
export const trainersSearch = v.object({
	q: word,
	subject: among(TOOLS),
	language: among(LOCALES),
});
/** Enrolments, one state at a time. */
export const enrolmentsSearch = v.object({ status: among(ENROLMENT_STATES) });
