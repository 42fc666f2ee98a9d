import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { EnrolmentStatus, ListCohortsData, ListCoursesData } from "@/api/gen/types.gen.ts";
import {
	listCohorts,
	listCourses,
	listEnrolmentSteps,
	listEnrolments,
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
