/** Pages of the evaluation of courses, each in a piece of its own; named here and not in the router. */
export const pages = {
	link: async () => (await import("./link-page.tsx")).EvaluationLinkPage,
	enrolment: async () => (await import("./enrolment-page.tsx")).EnrolmentEvaluationPage,
	cohort: async () => (await import("./cohort-page.tsx")).CohortEvaluationPage,
} as const;
