import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/every-page.ts";
import type { EnrolmentStatus, ListCohortsData, ListCoursesData } from "@/api/gen/types.gen.ts";
import {
	listCohorts,
	listCourses,
	listEnrolmentSteps,
	listEnrolments,
	listTrainingTasks,
} from "@/api/gen/workshop-sdk.gen.ts";

export const DESK_PAGE = 25;

const page = (cursor: string | undefined) => ({
	limit: DESK_PAGE,
	...(cursor ? { cursor } : {}),
});

export const ownCohortsQuery = (
	query: NonNullable<ListCohortsData["query"]>,
	cursor: string | undefined,
) =>
	queryOptions({
		queryKey: ["training", "own-cohorts", query, cursor],
		queryFn: async ({ signal }) =>
			(await listCohorts({ query: { ...query, ...page(cursor) }, signal, throwOnError: true }))
				.data,
		enabled: !!query.organiser_id || !!query.taught_by_me,
		placeholderData: keepPreviousData,
	});

export const ownCoursesQuery = (
	query: NonNullable<ListCoursesData["query"]>,
	cursor: string | undefined,
) =>
	queryOptions({
		queryKey: ["training", "own-courses", query, cursor],
		queryFn: async ({ signal }) =>
			(await listCourses({ query: { ...query, ...page(cursor) }, signal, throwOnError: true }))
				.data,
		enabled: !!query.owner_id,
		placeholderData: keepPreviousData,
	});

/** What waits for the participants of one’s association. */
export const tasksQuery = queryOptions({
	queryKey: ["training", "tasks"],
	// Whoever comes back from a test or from work reads that it is done.
	staleTime: 0,
	queryFn: async ({ signal }) =>
		(await listTrainingTasks({ signal, throwOnError: true })).data.items,
});

/** All enrolments of one’s association, of the latest cohort first: the server tells them in the order they came. */
export const ownEnrolmentsQuery = (status: EnrolmentStatus | undefined) =>
	queryOptions({
		queryKey: ["training", "own-enrolments", status],
		queryFn: async ({ signal }) => {
			const found = await everyPage((page) =>
				listEnrolments({
					query: { ...(status ? { status: [status] } : {}), ...page },
					signal,
					throwOnError: true,
				}),
			);
			return found.toReversed().toSorted((a, b) => b.starts_on.localeCompare(a.starts_on));
		},
		placeholderData: keepPreviousData,
		staleTime: 0,
	});

/** Enrolments one may know of: of a cohort, or all of one’s own. */
export const enrolmentsQuery = (
	cohort: string | undefined,
	status: EnrolmentStatus | undefined,
	cursor: string | undefined,
) =>
	queryOptions({
		queryKey: ["training", "enrolments", cohort, status, cursor],
		queryFn: async ({ signal }) =>
			(
				await listEnrolments({
					query: {
						...page(cursor),
						...(cohort ? { cohort_id: cohort } : {}),
						...(status ? { status: [status] } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});

export const enrolmentStepsQuery = (id: string) =>
	queryOptions({
		queryKey: ["training", "enrolments", "steps", id],
		queryFn: async ({ signal }) =>
			(await listEnrolmentSteps({ path: { id }, signal, throwOnError: true })).data.items,
		staleTime: 0,
	});
