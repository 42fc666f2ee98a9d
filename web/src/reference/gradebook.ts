import { queryOptions } from "@tanstack/react-query";
import { getGradebook } from "@/api/gen/workshop-sdk.gen.ts";

/** The grades of a cohort, of the participants one may know of: what a certificate rests on. */
export const gradebookQuery = (id: string) =>
	queryOptions({
		queryKey: ["training", "gradebook", id],
		queryFn: async ({ signal }) =>
			(await getGradebook({ path: { id }, signal, throwOnError: true })).data,
		staleTime: 0,
	});
