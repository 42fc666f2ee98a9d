import { queryOptions } from "@tanstack/react-query";
import { getCohortProgress, getGradeScheme, listAssignments } from "@/api/gen/workshop-sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";

/** How a cohort is getting on. */
export const progressQuery = (id: string) =>
	queryOptions({
		queryKey: ["training", "progress", id],
		queryFn: async ({ signal }) =>
			(await getCohortProgress({ path: { id }, signal, throwOnError: true })).data,
		staleTime: 0,
	});

/** What a cohort is graded by, with the version to change it by. */
export const schemeQuery = (id: string) =>
	queryOptions({
		queryKey: ["training", "scheme", id],
		queryFn: ({ signal }) => tagged(getGradeScheme({ path: { id }, signal, throwOnError: true })),
		staleTime: 0,
	});

/** What can be part of a grade beside attendance and tests. */
export const gradedQuery = (id: string) =>
	queryOptions({
		queryKey: ["training", "graded", id],
		queryFn: async ({ signal }) =>
			(await listAssignments({ path: { id }, signal, throwOnError: true })).data.items,
		staleTime: 0,
	});
