import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
	getCourse,
	getCourseVersion,
	listCohortSteps,
	listCohorts,
	listCourses,
	listCourseVersions,
} from "@/api/gen/sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";
import { today } from "@/i18n/days.ts";
import { cohortKey } from "@/reference/cohort.ts";
import { COHORT_STATES, type CohortsSearch, type CoursesSearch } from "./search.ts";

export const PER_PAGE = 20;
/** Drafts stand at their organiser’s desk. */
const ANNOUNCED = COHORT_STATES.filter((one) => one !== "draft");
/** What was closed before its last day is over. */
const AHEAD = ANNOUNCED.filter((one) => one !== "closed");

export const coursesQuery = (search: CoursesSearch, cursor: string | undefined) => {
	const query = {
		...(search.q ? { q: search.q } : {}),
		...(search.tool ? { tool: [search.tool] } : {}),
		...(search.craft_sector ? { craft_sector: [search.craft_sector] } : {}),
		status: ["published" as const],
	};
	return queryOptions({
		queryKey: ["training", "courses", query, cursor],
		queryFn: async ({ signal }) =>
			(
				await listCourses({
					query: { ...query, limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
};

/** Names of all courses that are taught, to choose one. */
export const taughtQuery = queryOptions({
	queryKey: ["training", "courses", "taught"],
	queryFn: async ({ signal }) =>
		(
			await listCourses({
				query: { status: ["published"], limit: 200 },
				signal,
				throwOnError: true,
			})
		).data.items,
});

export const courseKey = (id: string) => ["training", "course", id];

export const courseQuery = (id: string) =>
	queryOptions({
		queryKey: courseKey(id),
		queryFn: ({ signal }) => tagged(getCourse({ path: { id }, signal, throwOnError: true })),
	});

export const versionsQuery = (id: string) =>
	queryOptions({
		queryKey: [...courseKey(id), "versions"],
		queryFn: async ({ signal }) =>
			(
				await listCourseVersions({
					path: { id },
					query: { limit: 200 },
					signal,
					throwOnError: true,
				})
			).data.items,
	});

export const versionQuery = (id: string, number: number) =>
	queryOptions({
		queryKey: [...courseKey(id), "version", number],
		queryFn: async ({ signal }) =>
			(await getCourseVersion({ path: { id, number }, signal, throwOnError: true })).data,
		enabled: number > 0,
	});

export const cohortsQuery = (
	search: CohortsSearch,
	cursor: string | undefined,
	limit = PER_PAGE,
) => {
	const query = {
		...(search.q ? { q: search.q } : {}),
		...(search.wilaya ? { wilaya: [search.wilaya] } : {}),
		...(search.course ? { course_id: search.course } : {}),
		...(search.when === "all" ? { sort: "-starts_on" as const } : { from: today() }),
		status: search.when === "all" ? ANNOUNCED : AHEAD,
		limit,
	};
	return queryOptions({
		queryKey: ["training", "cohorts", query, cursor],
		queryFn: async ({ signal }) =>
			(
				await listCohorts({
					query: { ...query, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
};

export const cohortStepsQuery = (id: string) =>
	queryOptions({
		queryKey: [...cohortKey(id), "steps"],
		queryFn: async ({ signal }) =>
			(await listCohortSteps({ path: { id }, signal, throwOnError: true })).data.items,
	});
