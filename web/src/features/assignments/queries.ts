import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
	getAssignment,
	getCourseVersion,
	getPeerReview,
	getSubmission,
	listAssignments,
	listPeerReviews,
	listProjects,
	listSubmissionComments,
	listSubmissions,
} from "@/api/gen/workshop-sdk.gen.ts";

/** Everything read here is read again after a write. */
export const ALL = ["assignments"];

export const assignmentsQuery = (cohort: string) =>
	queryOptions({
		queryKey: [...ALL, "of", cohort],
		queryFn: async ({ signal }) =>
			(await listAssignments({ path: { id: cohort }, signal, throwOnError: true })).data.items,
		staleTime: 0,
	});

export const assignmentQuery = (id: string) =>
	queryOptions({
		queryKey: [...ALL, "one", id],
		queryFn: async ({ signal }) =>
			(await getAssignment({ path: { id }, signal, throwOnError: true })).data,
		staleTime: 0,
	});

/** Every participant one may know of, with what they handed in. */
export const submissionsQuery = (assignment: string) =>
	queryOptions({
		queryKey: [...ALL, "submissions", assignment],
		queryFn: async ({ signal }) =>
			(await listSubmissions({ path: { id: assignment }, signal, throwOnError: true })).data.items,
		staleTime: 0,
	});

export const submissionQuery = (id: string) =>
	queryOptions({
		queryKey: [...ALL, "submission", id],
		queryFn: async ({ signal }) =>
			(await getSubmission({ path: { id }, signal, throwOnError: true })).data,
		staleTime: 0,
	});

export const commentsQuery = (submission: string) =>
	queryOptions({
		queryKey: [...ALL, "comments", submission],
		queryFn: async ({ signal }) =>
			(await listSubmissionComments({ path: { id: submission }, signal, throwOnError: true })).data
				.items,
		staleTime: 0,
	});

export const REVIEWS_PAGE = 25;

export const peerReviewsQuery = (written: boolean, cursor: string | undefined) =>
	queryOptions({
		queryKey: [...ALL, "peer-reviews", written, cursor],
		queryFn: async ({ signal }) =>
			(
				await listPeerReviews({
					query: { written, limit: REVIEWS_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});

export const peerReviewQuery = (id: string) =>
	queryOptions({
		queryKey: [...ALL, "peer-review", id],
		queryFn: async ({ signal }) =>
			(await getPeerReview({ path: { id }, signal, throwOnError: true })).data,
		staleTime: 0,
	});

/** The modules of a course in the version its cohort is taught from. */
export const modulesQuery = (course: string, number: number) =>
	queryOptions({
		queryKey: ["training", "modules", course, number],
		queryFn: async ({ signal }) =>
			(await getCourseVersion({ path: { id: course, number }, signal, throwOnError: true })).data
				.modules,
	});

/** The projects an association owns: what it can hand in. */
export const ownProjectsQuery = (association: string) =>
	queryOptions({
		queryKey: [...ALL, "projects", association],
		queryFn: async ({ signal }) =>
			(
				await listProjects({
					query: { association_id: association, limit: 200 },
					signal,
					throwOnError: true,
				})
			).data.items.filter((one) => one.association.id === association),
		staleTime: 0,
	});
