import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/every-page.ts";
import { listCohortSessions } from "@/api/gen/sdk.gen.ts";

export const timetableKey = (cohort: string) => ["attendance", "timetable", cohort];

/** The whole timetable of a cohort, as its sessions follow each other. */
export const timetableQuery = (cohort: string) =>
	queryOptions({
		queryKey: timetableKey(cohort),
		queryFn: ({ signal }) =>
			everyPage((query) =>
				listCohortSessions({ path: { id: cohort }, query, signal, throwOnError: true }),
			),
		placeholderData: keepPreviousData,
	});
