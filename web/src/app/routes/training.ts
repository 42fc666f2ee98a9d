import { createRoute } from "@tanstack/react-router";
import { coverageSearch } from "@/features/coverage/search.ts";
import {
	cohortsSearch,
	courseSearch,
	coursesSearch,
	enrolmentsSearch,
	ownCohortsSearch,
	ownCoursesSearch,
	trainersSearch,
} from "@/features/training/search.ts";
import { guarded, pagesOf, root, texts } from "./root.ts";

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

const coveragePage = pagesOf(() => import("@/features/coverage/pages.ts"));

const trainingCoverage = createRoute({
	getParentRoute: () => root,
	path: "/training-coverage",
	validateSearch: coverageSearch,
	beforeLoad: texts("coverage", "training"),
	component: coveragePage("coverage"),
});

/** Training: the catalogue, cohorts and those who run them, attendance, coverage. */
export const trainingRoutes = [
	courses,
	course,
	cohorts,
	cohort,
	cohortParticipants,
	cohortTimetable,
	cohortAttendance,
	sessionCode,
	attend,
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
	trainingCoverage,
] as const;
