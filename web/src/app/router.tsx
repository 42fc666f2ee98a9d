import type { QueryClient } from "@tanstack/react-query";
import {
	createRootRouteWithContext,
	createRoute,
	createRouter,
	lazyRouteComponent,
	redirect,
	retainSearchParams,
} from "@tanstack/react-router";
import type { i18n as I18n } from "i18next";
import type { ReactNode } from "react";
import * as v from "valibot";
import { auditSearch, peopleSearch } from "@/features/administration/search.ts";
import {
	applicationsSearch,
	eventApplicationsSearch,
	reviewsSearch,
} from "@/features/applications/search.ts";
import { assignmentSearch } from "@/features/assignments/search.ts";
import { daySearch } from "@/features/associations/day-search.ts";
import { queueSearch } from "@/features/associations/queue-search.ts";
import { decisionsSearch, scoresSearch } from "@/features/commission/search.ts";
import { coverageSearch } from "@/features/coverage/search.ts";
import { associationsQuery, countsQuery } from "@/features/directory/queries.ts";
import { directorySearch } from "@/features/directory/search.ts";
import { deskSearch, eventsSearch } from "@/features/events/search.ts";
import { questionSearch, questionsSearch } from "@/features/exams/search.ts";
import { gradebookSearch } from "@/features/gradebook/search.ts";
import { institutionsSearch } from "@/features/institutions/search.ts";
import { outcomesSearch, participationSearch } from "@/features/outcomes/search.ts";
import { visitSearch } from "@/features/plan/search.ts";
import { referenceSearch } from "@/features/reference-data/search.ts";
import {
	cohortsSearch,
	courseSearch,
	coursesSearch,
	enrolmentsSearch,
	ownCohortsSearch,
	ownCoursesSearch,
	trainersSearch,
} from "@/features/training/search.ts";
import { portfolioSearch, projectsSearch } from "@/features/workshop/search.ts";
import { loadTexts } from "@/i18n/index.tsx";
import type { Locale } from "@/i18n/locale.ts";
import { Loading, NotFound } from "@/ui/states.tsx";
import { PageError } from "./errors/page-error.tsx";
import { requireUser } from "./guards.ts";
import { parseSearch, stringifySearch } from "./search.ts";
import { Shell } from "./shell/shell.tsx";

interface Context {
	queryClient: QueryClient;
	i18n: I18n;
	locale: Locale;
}

const root = createRootRouteWithContext<Context>()({
	component: Shell,
	notFoundComponent: NotFound,
});

/** Fetches the texts of a feature together with its code. */
const texts =
	(...namespaces: string[]) =>
	({ context }: { context: Context }) =>
		loadTexts(context.i18n, namespaces);

/** The same for pages of people who are signed in. */
const guarded =
	(...namespaces: string[]) =>
	({ context, location }: { context: Context; location: { href: string } }) => {
		requireUser(location.href);
		return loadTexts(context.i18n, namespaces);
	};

/** Pages a feature names in a piece of its own: public pages carry one name for all of them. */
const pagesOf =
	<Name extends string>(
		load: () => Promise<{ pages: Readonly<Record<Name, () => Promise<() => ReactNode>>> }>,
	) =>
	(name: Name) =>
		lazyRouteComponent(async () => ({ page: await (await load()).pages[name]() }), "page");

const home = createRoute({
	getParentRoute: () => root,
	path: "/",
	beforeLoad: texts("home"),
	component: lazyRouteComponent(() => import("@/features/home/home-page.tsx"), "HomePage"),
});

const directory = createRoute({
	getParentRoute: () => root,
	path: "/associations",
	validateSearch: directorySearch,
	loaderDeps: ({ search }) => search,
	beforeLoad: texts("directory"),
	loader: ({ context, deps }) => {
		void context.queryClient.prefetchQuery(associationsQuery(deps, undefined));
		void context.queryClient.prefetchQuery(countsQuery(deps));
	},
	component: lazyRouteComponent(
		() => import("@/features/directory/directory-page.tsx"),
		"DirectoryPage",
	),
});

const events = createRoute({
	getParentRoute: () => root,
	path: "/events",
	validateSearch: eventsSearch,
	beforeLoad: texts("events"),
	component: lazyRouteComponent(() => import("@/features/events/events-page.tsx"), "EventsPage"),
});
const event = createRoute({
	getParentRoute: () => root,
	path: "/events/$id",
	beforeLoad: texts("events", "documents"),
	component: lazyRouteComponent(() => import("@/features/events/event-page.tsx"), "EventPage"),
});

const trainingPage = pagesOf(() => import("@/features/training/pages.ts"));
const courses = createRoute({
	getParentRoute: () => root,
	path: "/courses",
	validateSearch: coursesSearch,
	beforeLoad: texts("training"),
	component: trainingPage("courses"),
});
const course = createRoute({
	getParentRoute: () => root,
	path: "/courses/$id",
	validateSearch: courseSearch,
	beforeLoad: texts("training"),
	component: trainingPage("course"),
});
const cohorts = createRoute({
	getParentRoute: () => root,
	path: "/cohorts",
	validateSearch: cohortsSearch,
	beforeLoad: texts("training"),
	component: trainingPage("cohorts"),
});
const cohort = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id",
	beforeLoad: texts("training"),
	component: trainingPage("cohort"),
});
const cohortParticipants = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id/participants",
	validateSearch: enrolmentsSearch,
	beforeLoad: guarded("training"),
	component: trainingPage("participants"),
});
const ownCohorts = createRoute({
	getParentRoute: () => root,
	path: "/my-cohorts",
	validateSearch: ownCohortsSearch,
	beforeLoad: guarded("training"),
	component: trainingPage("own"),
});
const newCohort = createRoute({
	getParentRoute: () => root,
	path: "/my-cohorts/new",
	beforeLoad: guarded("training"),
	component: trainingPage("newCohort"),
});
const editCohort = createRoute({
	getParentRoute: () => root,
	path: "/my-cohorts/$id/edit",
	beforeLoad: guarded("training"),
	component: trainingPage("editCohort"),
});
const taught = createRoute({
	getParentRoute: () => root,
	path: "/my-teaching",
	validateSearch: ownCohortsSearch,
	beforeLoad: guarded("training"),
	component: trainingPage("taught"),
});
const ownTraining = createRoute({
	getParentRoute: () => root,
	path: "/my-training",
	validateSearch: enrolmentsSearch,
	beforeLoad: guarded("training"),
	component: trainingPage("ours"),
});
const ownCourses = createRoute({
	getParentRoute: () => root,
	path: "/my-courses",
	validateSearch: ownCoursesSearch,
	beforeLoad: guarded("training"),
	component: trainingPage("ownCourses"),
});
const newCourse = createRoute({
	getParentRoute: () => root,
	path: "/my-courses/new",
	beforeLoad: guarded("training"),
	component: trainingPage("newCourse"),
});
const editCourse = createRoute({
	getParentRoute: () => root,
	path: "/my-courses/$id/edit",
	beforeLoad: guarded("training"),
	component: trainingPage("editCourse"),
});

const trainers = createRoute({
	getParentRoute: () => root,
	path: "/trainers",
	validateSearch: trainersSearch,
	beforeLoad: guarded("training"),
	component: trainingPage("trainers"),
});
const trainer = createRoute({
	getParentRoute: () => root,
	path: "/trainers/$id",
	beforeLoad: guarded("training"),
	component: trainingPage("trainer"),
});

const attendancePage = pagesOf(() => import("@/features/attendance/pages.ts"));
const cohortTimetable = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id/timetable",
	beforeLoad: texts("attendance"),
	component: attendancePage("timetable"),
});
/** Opens without a connection too: the page itself sees to who it is. */
const cohortAttendance = createRoute({
	getParentRoute: () => root,
	path: "/cohorts/$id/attendance",
	beforeLoad: texts("attendance", "device"),
	component: attendancePage("attendance"),
});
const sessionCode = createRoute({
	getParentRoute: () => root,
	path: "/cohort-sessions/$id/code",
	beforeLoad: guarded("attendance"),
	component: attendancePage("code"),
});
/** The address in the code that a participant reads off the wall; the page itself keeps what stands behind the hash until they are in. */
const attend = createRoute({
	getParentRoute: () => root,
	path: "/attend/$id",
	beforeLoad: texts("attendance"),
	component: attendancePage("attend"),
});

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

const verificationPage = lazyRouteComponent(
	() => import("@/features/verification/verification-page.tsx"),
	"VerificationPage",
);
const verification = createRoute({
	getParentRoute: () => root,
	path: "/verify",
	beforeLoad: texts("verification"),
	component: verificationPage,
});
const verificationOf = createRoute({
	getParentRoute: () => root,
	path: "/verify/$number",
	beforeLoad: texts("verification"),
	component: verificationPage,
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

/** The address in the QR code of a registration. */
const verificationCode = createRoute({
	getParentRoute: () => root,
	path: "/verification/$number",
	beforeLoad: ({ params }) => {
		throw redirect({ to: "/verify/$number", params, replace: true });
	},
});

const signIn = createRoute({
	getParentRoute: () => root,
	path: "/sign-in",
	validateSearch: v.object({ next: v.fallback(v.optional(v.string()), undefined) }),
	beforeLoad: texts("account"),
	component: lazyRouteComponent(() => import("@/features/account/sign-in-page.tsx"), "SignInPage"),
});

const passwordReset = createRoute({
	getParentRoute: () => root,
	path: "/password-reset",
	beforeLoad: texts("account"),
	component: lazyRouteComponent(
		() => import("@/features/account/password-reset-page.tsx"),
		"PasswordResetPage",
	),
});
const invitation = createRoute({
	getParentRoute: () => root,
	path: "/invitation",
	beforeLoad: texts("account"),
	component: lazyRouteComponent(
		() => import("@/features/account/invitation-page.tsx"),
		"InvitationPage",
	),
});
const account = createRoute({
	getParentRoute: () => root,
	path: "/account",
	beforeLoad: guarded("account"),
	component: lazyRouteComponent(() => import("@/features/account/account-page.tsx"), "AccountPage"),
});

const association = createRoute({
	getParentRoute: () => root,
	path: "/associations/$id",
	validateSearch: daySearch,
	beforeLoad: texts("associations"),
	component: lazyRouteComponent(
		() => import("@/features/associations/association-page.tsx"),
		"AssociationPage",
	),
});

const organisersPage = pagesOf(() => import("@/features/events/pages.ts"));
const ownEvents = createRoute({
	getParentRoute: () => root,
	path: "/my-events",
	validateSearch: deskSearch,
	beforeLoad: guarded("events"),
	component: organisersPage("own"),
});
const newEvent = createRoute({
	getParentRoute: () => root,
	path: "/my-events/new",
	beforeLoad: guarded("events"),
	component: organisersPage("create"),
});
const editEvent = createRoute({
	getParentRoute: () => root,
	path: "/my-events/$id/edit",
	beforeLoad: guarded("events"),
	component: organisersPage("edit"),
});
const editCall = createRoute({
	getParentRoute: () => root,
	path: "/my-events/$id/call",
	beforeLoad: guarded("events"),
	component: organisersPage("call"),
});
const applicationsPage = pagesOf(() => import("@/features/applications/pages.ts"));
const eventApplications = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/applications",
	validateSearch: eventApplicationsSearch,
	beforeLoad: guarded("applications"),
	component: applicationsPage("event"),
});
const ownApplications = createRoute({
	getParentRoute: () => root,
	path: "/my-applications",
	validateSearch: applicationsSearch,
	beforeLoad: guarded("applications"),
	component: applicationsPage("own"),
});
const application = createRoute({
	getParentRoute: () => root,
	path: "/applications/$id",
	beforeLoad: guarded("applications", "decision"),
	component: applicationsPage("one"),
});

const commissionPage = pagesOf(() => import("@/features/commission/pages.ts"));
const eventCommission = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/commission",
	validateSearch: scoresSearch,
	beforeLoad: guarded("commission"),
	component: commissionPage("desk"),
});
const eventSelection = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/selection",
	validateSearch: decisionsSearch,
	beforeLoad: texts("commission", "decision"),
	component: commissionPage("selection"),
});
const eventSeats = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/seats",
	beforeLoad: guarded("commission"),
	component: commissionPage("seats"),
});

const planPage = pagesOf(() => import("@/features/plan/pages.ts"));
const eventPlan = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/plan",
	validateSearch: visitSearch,
	beforeLoad: texts("plan"),
	component: planPage("visit"),
});
const eventPlanEditor = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/plan/edit",
	beforeLoad: guarded("plan"),
	component: planPage("editor"),
});
const eventStands = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/stands",
	beforeLoad: guarded("plan"),
	component: planPage("desk"),
});
/** Opens without a connection too, where nobody can be asked who it is: the page itself sees to that. */
const eventCheckIn = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/check-in",
	beforeLoad: texts("gate", "device"),
	component: lazyRouteComponent(async () => {
		const { gatePage } = await import("@/features/gate/pages.ts");
		return { page: await gatePage() };
	}, "page"),
});
const ownReviews = createRoute({
	getParentRoute: () => root,
	path: "/my-reviews",
	validateSearch: reviewsSearch,
	beforeLoad: guarded("applications"),
	component: applicationsPage("reviews"),
});
const applicationReview = createRoute({
	getParentRoute: () => root,
	path: "/my-reviews/$id",
	beforeLoad: guarded("applications"),
	component: applicationsPage("review"),
});
const ownConflicts = createRoute({
	getParentRoute: () => root,
	path: "/my-reviews/conflicts/$event",
	beforeLoad: guarded("applications"),
	component: applicationsPage("conflicts"),
});

const outcomesPage = pagesOf(() => import("@/features/outcomes/pages.ts"));
const applicationOutcomes = createRoute({
	getParentRoute: () => root,
	path: "/applications/$id/outcomes",
	beforeLoad: guarded("outcomes"),
	component: outcomesPage("application"),
});
const outcomeLink = createRoute({
	getParentRoute: () => root,
	path: "/declare",
	beforeLoad: texts("outcomes"),
	component: outcomesPage("link"),
});
const eventOutcomes = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/outcomes",
	validateSearch: outcomesSearch,
	beforeLoad: guarded("outcomes"),
	component: outcomesPage("desk"),
});
const eventReport = createRoute({
	getParentRoute: () => root,
	path: "/events/$id/report",
	beforeLoad: texts("outcomes"),
	component: outcomesPage("report"),
});
const participation = createRoute({
	getParentRoute: () => root,
	path: "/participation",
	validateSearch: participationSearch,
	beforeLoad: texts("outcomes"),
	component: outcomesPage("participation"),
});

const coveragePage = pagesOf(() => import("@/features/coverage/pages.ts"));
const trainingCoverage = createRoute({
	getParentRoute: () => root,
	path: "/training-coverage",
	validateSearch: coverageSearch,
	beforeLoad: texts("coverage", "training"),
	component: coveragePage("coverage"),
});

const register = createRoute({
	getParentRoute: () => root,
	path: "/register",
	beforeLoad: texts("associations"),
	component: lazyRouteComponent(
		() => import("@/features/associations/register-page.tsx"),
		"RegisterPage",
	),
});
const fileDesk = pagesOf(() => import("@/features/associations/pages.ts"));
const desk = createRoute({
	getParentRoute: () => root,
	path: "/desk",
	validateSearch: daySearch,
	beforeLoad: guarded("associations", "documents"),
	component: fileDesk("desk"),
});
const edit = createRoute({
	getParentRoute: () => root,
	path: "/desk/$id/edit",
	beforeLoad: guarded("associations"),
	component: fileDesk("edit"),
});
const queue = createRoute({
	getParentRoute: () => root,
	path: "/review",
	validateSearch: queueSearch,
	beforeLoad: guarded("associations"),
	component: fileDesk("queue"),
});
const newFile = createRoute({
	getParentRoute: () => root,
	path: "/review/new",
	beforeLoad: guarded("associations"),
	component: fileDesk("new"),
});
const review = createRoute({
	getParentRoute: () => root,
	path: "/review/$id",
	validateSearch: daySearch,
	beforeLoad: guarded("associations", "documents"),
	component: fileDesk("review"),
});

const proposals = createRoute({
	getParentRoute: () => root,
	path: "/proposals",
	beforeLoad: guarded("associations"),
	component: fileDesk("proposals"),
});
const proposal = createRoute({
	getParentRoute: () => root,
	path: "/proposals/$id",
	beforeLoad: guarded("associations"),
	component: fileDesk("proposal"),
});
const duplicates = createRoute({
	getParentRoute: () => root,
	path: "/duplicates",
	beforeLoad: guarded("associations"),
	component: fileDesk("duplicates"),
});
const merge = createRoute({
	getParentRoute: () => root,
	path: "/duplicates/$id/$other",
	beforeLoad: guarded("associations"),
	component: fileDesk("merge"),
});
const importsPage = pagesOf(() => import("@/features/imports/pages.ts"));
const imports = createRoute({
	getParentRoute: () => root,
	path: "/imports",
	beforeLoad: guarded("imports"),
	component: importsPage("all"),
});
const job = createRoute({
	getParentRoute: () => root,
	path: "/imports/$id",
	beforeLoad: guarded("imports"),
	component: importsPage("job"),
});
const keys = createRoute({
	getParentRoute: () => root,
	path: "/keys",
	beforeLoad: guarded("keys", "operations"),
	component: lazyRouteComponent(() => import("@/features/keys/keys-page.tsx"), "KeysPage"),
});
const webhooksPage = pagesOf(() => import("@/features/webhooks/pages.ts"));
const webhooks = createRoute({
	getParentRoute: () => root,
	path: "/webhooks",
	beforeLoad: guarded("webhooks"),
	component: webhooksPage("all"),
});
const webhook = createRoute({
	getParentRoute: () => root,
	path: "/webhooks/$id",
	beforeLoad: guarded("webhooks"),
	component: webhooksPage("one"),
});
const institutions = createRoute({
	getParentRoute: () => root,
	path: "/institutions",
	validateSearch: institutionsSearch,
	beforeLoad: guarded("institutions"),
	component: lazyRouteComponent(
		() => import("@/features/institutions/institutions-page.tsx"),
		"InstitutionsPage",
	),
});
const reference = createRoute({
	getParentRoute: () => root,
	path: "/reference",
	validateSearch: referenceSearch,
	beforeLoad: guarded("reference-data"),
	component: lazyRouteComponent(
		() => import("@/features/reference-data/reference-page.tsx"),
		"ReferencePage",
	),
});

const administrationPage = pagesOf(() => import("@/features/administration/pages.ts"));
const people = createRoute({
	getParentRoute: () => root,
	path: "/people",
	validateSearch: peopleSearch,
	beforeLoad: guarded("administration"),
	component: administrationPage("people"),
});
const person = createRoute({
	getParentRoute: () => root,
	path: "/people/$id",
	beforeLoad: guarded("administration"),
	component: administrationPage("person"),
});
const invited = createRoute({
	getParentRoute: () => root,
	path: "/invited",
	beforeLoad: guarded("administration"),
	component: administrationPage("invited"),
});
const audit = createRoute({
	getParentRoute: () => root,
	path: "/audit",
	validateSearch: auditSearch,
	beforeLoad: guarded("administration", "operations"),
	component: administrationPage("audit"),
});

const workshopPage = pagesOf(() => import("@/features/workshop/pages.ts"));
const projects = createRoute({
	getParentRoute: () => root,
	path: "/projects",
	validateSearch: projectsSearch,
	beforeLoad: guarded("workshop"),
	component: workshopPage("projects"),
});
const newProject = createRoute({
	getParentRoute: () => root,
	path: "/projects/new",
	beforeLoad: guarded("workshop"),
	component: workshopPage("new"),
});
const portfolio = createRoute({
	getParentRoute: () => root,
	path: "/projects/portfolio",
	validateSearch: portfolioSearch,
	beforeLoad: guarded("workshop"),
	component: workshopPage("portfolio"),
});
const project = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id",
	beforeLoad: guarded("workshop", "documents"),
	component: workshopPage("overview"),
});

const projectActivities = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/activities",
	beforeLoad: guarded("workshop"),
	component: workshopPage("activities"),
});
const projectBudget = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/budget",
	beforeLoad: guarded("workshop", "documents"),
	component: workshopPage("budget"),
});
const projectCanvas = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/canvas",
	beforeLoad: guarded("workshop"),
	component: workshopPage("canvas"),
});
const projectValue = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/value",
	beforeLoad: guarded("workshop"),
	component: workshopPage("value"),
});
const projectCriteria = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/criteria",
	beforeLoad: guarded("workshop"),
	component: workshopPage("criteria"),
});
const projectPartners = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/partners",
	beforeLoad: guarded("workshop"),
	component: workshopPage("partners"),
});
const projectPartner = createRoute({
	getParentRoute: () => root,
	path: "/projects/$id/partners/$partner",
	beforeLoad: guarded("workshop", "documents"),
	component: workshopPage("partner"),
});
const routeTree = root.addChildren([
	home,
	directory,
	association,
	events,
	event,
	ownEvents,
	newEvent,
	editEvent,
	editCall,
	eventApplications,
	ownApplications,
	application,
	eventCommission,
	eventSelection,
	eventSeats,
	eventPlan,
	eventPlanEditor,
	eventStands,
	eventCheckIn,
	ownReviews,
	applicationReview,
	ownConflicts,
	applicationOutcomes,
	outcomeLink,
	eventOutcomes,
	eventReport,
	participation,
	courses,
	course,
	cohorts,
	cohort,
	cohortParticipants,
	cohortTimetable,
	cohortAttendance,
	sessionCode,
	attend,
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
	taught,
	ownCohorts,
	newCohort,
	editCohort,
	ownTraining,
	ownCourses,
	newCourse,
	editCourse,
	trainers,
	trainer,
	register,
	desk,
	edit,
	queue,
	newFile,
	review,
	proposals,
	proposal,
	duplicates,
	merge,
	imports,
	job,
	keys,
	webhooks,
	webhook,
	institutions,
	reference,
	people,
	person,
	invited,
	audit,
	projects,
	newProject,
	portfolio,
	project,
	projectActivities,
	projectBudget,
	projectCanvas,
	projectValue,
	projectCriteria,
	projectPartners,
	projectPartner,
	verification,
	verificationOf,
	verificationCode,
	certificateCheck,
	certificateCheckOf,
	trainingCoverage,
	signIn,
	passwordReset,
	invitation,
	account,
]);

export function createAppRouter(context: Context) {
	return createRouter({
		routeTree,
		basepath: `/${context.locale}`,
		context,
		parseSearch,
		stringifySearch,
		defaultPreload: "intent",
		defaultPreloadStaleTime: 0,
		defaultErrorComponent: PageError,
		defaultNotFoundComponent: NotFound,
		defaultPendingComponent: Loading,
		scrollRestoration: true,
	});
}

declare module "@tanstack/react-router" {
	interface Register {
		router: ReturnType<typeof createAppRouter>;
	}
}
