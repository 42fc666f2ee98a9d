import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
	getTrainingCoverageSummary,
	listCourses,
	listTrainingCoverage,
	listTrainingPaths,
} from "@/api/gen/workshop-sdk.gen.ts";
import type { CoverageSearch } from "./search.ts";

export const PER_PAGE = 25;

/** Courses that are taught, to choose one. */
export const taughtQuery = queryOptions({
	queryKey: ["coverage", "courses"],
	queryFn: async ({ signal }) =>
		(
			await listCourses({
				query: { status: ["published"], limit: 200 },
				signal,
				throwOnError: true,
			})
		).data.items,
});

export const summaryQuery = (search: CoverageSearch, inCharge: boolean) => {
	const query = {
		...(search.course ? { course_id: search.course } : {}),
		...(search.as_of ? { as_of: search.as_of } : {}),
		...(inCharge ? { in_charge: true } : {}),
		by: search.by ?? "wilaya",
	};
	return queryOptions({
		queryKey: ["coverage", "summary", query],
		queryFn: async ({ signal }) =>
			(await getTrainingCoverageSummary({ query, signal, throwOnError: true })).data,
		placeholderData: keepPreviousData,
	});
};

/** What both lists are filtered by. */
const placeOf = ({ course, wilaya, level, craft_sector: sector }: CoverageSearch) => ({
	...(course ? { course_id: course } : {}),
	...(wilaya ? { wilaya: [wilaya] } : {}),
	...(level ? { level: [level] } : {}),
	...(sector ? { craft_sector: [sector] } : {}),
});

const presidentsOf = (search: CoverageSearch) => ({
	...placeOf(search),
	...(search.as_of ? { as_of: search.as_of } : {}),
	...(search.training ? { training: [search.training] } : {}),
});

/** The address of the same list as a file. */
export function presidentsPath(search: CoverageSearch): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(presidentsOf(search))) query.set(name, String(value));
	return `/api/v1/training-coverage?${query}`;
}

export const presidentsQuery = (search: CoverageSearch, cursor: string | undefined) => {
	const query = presidentsOf(search);
	return queryOptions({
		queryKey: ["coverage", "presidents", query, cursor],
		queryFn: async ({ signal }) =>
			(
				await listTrainingCoverage({
					query: { ...query, limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
};

export const pathsQuery = (search: CoverageSearch, cursor: string | undefined) => {
	const query = placeOf(search);
	return queryOptions({
		queryKey: ["coverage", "paths", query, cursor],
		queryFn: async ({ signal }) =>
			(
				await listTrainingPaths({
					query: { ...query, limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
};
