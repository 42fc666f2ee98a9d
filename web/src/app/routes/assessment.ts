import { createRoute, lazyRouteComponent, retainSearchParams } from "@tanstack/react-router";
import { assignmentSearch } from "@/features/assignments/search.ts";
import { questionSearch, questionsSearch } from "@/features/exams/search.ts";
import { gradebookSearch } from "@/features/gradebook/search.ts";
import { guarded, pagesOf, root, texts } from "./root.ts";

const examsPage = pagesOf(() => import("@/features/exams/pages.ts"));

const cohortExams = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id/exams",
	beforeLoad: guarded("exams"),
	component: examsPage("cohort"),
});

const exam = createRoute({
	getParentRoute: () => root,
	path: "/exams/$id",
	beforeLoad: guarded("exams"),
	component: examsPage("exam"),
});

/** Opens without a connection too: the page itself sees to who it is. */
const examAttempt = createRoute({
	getParentRoute: () => root,
	path: "/exam-attempts/$id",
	beforeLoad: texts("exams"),
	component: examsPage("attempt"),
});

/** Whoever came to the bank from the tests of a cohort finds the way back on each of its pages. */
const forCohort = {
	middlewares: [retainSearchParams<{ cohort?: string | undefined }>(["cohort"])],
};

const questions = createRoute({
	getParentRoute: () => root,
	path: "/questions",
	validateSearch: questionsSearch,
	search: forCohort,
	beforeLoad: guarded("exams"),
	component: examsPage("questions"),
});

const newQuestion = createRoute({
	getParentRoute: () => root,
	path: "/questions/new",
	validateSearch: questionsSearch,
	search: forCohort,
	beforeLoad: guarded("exams"),
	component: examsPage("newQuestion"),
});

const question = createRoute({
	getParentRoute: () => root,
	path: "/questions/$id",
	validateSearch: questionSearch,
	search: forCohort,
	beforeLoad: guarded("exams"),
	component: examsPage("question"),
});

const assignmentsPage = pagesOf(() => import("@/features/assignments/pages.ts"));

const cohortAssignments = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id/assignments",
	beforeLoad: guarded("assignments"),
	component: assignmentsPage("cohort"),
});

const newAssignment = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id/assignments/new",
	beforeLoad: guarded("assignments"),
	component: assignmentsPage("new"),
});

const assignment = createRoute({
	getParentRoute: () => root,
	path: "/assignments/$id",
	validateSearch: assignmentSearch,
	beforeLoad: guarded("assignments"),
	component: assignmentsPage("assignment"),
});

const editAssignment = createRoute({
	getParentRoute: () => root,
	path: "/assignments/$id/edit",
	beforeLoad: guarded("assignments"),
	component: assignmentsPage("edit"),
});

const submission = createRoute({
	getParentRoute: () => root,
	path: "/submissions/$id",
	beforeLoad: guarded("assignments"),
	component: assignmentsPage("submission"),
});

const peerReviews = createRoute({
	getParentRoute: () => root,
	path: "/peer-reviews",
	beforeLoad: guarded("assignments"),
	component: assignmentsPage("peerReviews"),
});

const peerReview = createRoute({
	getParentRoute: () => root,
	path: "/peer-reviews/$id",
	beforeLoad: guarded("assignments"),
	component: assignmentsPage("peerReview"),
});

const gradebookPage = pagesOf(() => import("@/features/gradebook/pages.ts"));

const cohortGradebook = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id/gradebook",
	validateSearch: gradebookSearch,
	beforeLoad: guarded("gradebook", "grades"),
	component: gradebookPage("gradebook"),
});

const certificatesPage = pagesOf(() => import("@/features/certificates/pages.ts"));

const cohortCertificates = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id/certificates",
	beforeLoad: guarded("certificates", "grades"),
	component: certificatesPage("cohort"),
});

const evaluationsPage = pagesOf(() => import("@/features/evaluations/pages.ts"));

const cohortEvaluation = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id/evaluation",
	beforeLoad: guarded("evaluations"),
	component: evaluationsPage("cohort"),
});

const enrolmentEvaluation = createRoute({
	getParentRoute: () => root,
	path: "/enrolments/$id/evaluation",
	beforeLoad: guarded("evaluations"),
	component: evaluationsPage("enrolment"),
});

/** The address in a letter that asks a participant; the token stands behind the hash. */
const evaluationLink = createRoute({
	getParentRoute: () => root,
	path: "/evaluate",
	beforeLoad: texts("evaluations"),
	component: evaluationsPage("link"),
});

const certificatePage = lazyRouteComponent(
	() => import("@/features/certificates/check-page.tsx"),
	"CertificateCheckPage",
);

const certificateCheck = createRoute({
	getParentRoute: () => root,
	path: "/certificates",
	beforeLoad: texts("certificates"),
	component: certificatePage,
});

/** The address in the QR code of a certificate. */
const certificateCheckOf = createRoute({
	getParentRoute: () => root,
	path: "/certificates/$code",
	beforeLoad: texts("certificates"),
	component: certificatePage,
});

/** What a cohort is asked and what it earns: tests, assignments, grades, certificates, evaluation. */
export const assessmentRoutes = [
	cohortExams,
	exam,
	examAttempt,
	questions,
	newQuestion,
	question,
	cohortAssignments,
	newAssignment,
	assignment,
	editAssignment,
	submission,
	peerReviews,
	peerReview,
	cohortGradebook,
	cohortCertificates,
	cohortEvaluation,
	enrolmentEvaluation,
	evaluationLink,
	certificateCheck,
	certificateCheckOf,
] as const;
