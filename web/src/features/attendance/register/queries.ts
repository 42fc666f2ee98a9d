import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listAttendance } from "@/api/gen/workshop-sdk.gen.ts";

export const PER_PAGE = 50;

/** Where the participants stand, page by page. */
export const registerQuery = (cohort: string, cursor: string | undefined) =>
	queryOptions({
		queryKey: ["attendance", "register", cohort, cursor],
		queryFn: async ({ signal }) =>
			(
				await listAttendance({
					path: { id: cohort },
					query: { limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		retry: false,
	});
