import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listCohortSessions } from "@/api/gen/sdk.gen.ts";
import type { CourseSession } from "@/api/gen/types.gen.ts";

const PER_PAGE = 200;
export const timetableKey = (cohort: string) => ["attendance", "timetable", cohort];

/** The whole timetable of a cohort, as its sessions follow each other. */
export const timetableQuery = (cohort: string) =>
	queryOptions({
		queryKey: timetableKey(cohort),
		queryFn: async ({ signal }) => {
			const sessions: CourseSession[] = [];
			let cursor: string | null | undefined;
			do {
				const { data } = await listCohortSessions({
					path: { id: cohort },
					query: { limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				});
				sessions.push(...data.items);
				cursor = data.next_cursor;
			} while (cursor);
			return sessions;
		},
		placeholderData: keepPreviousData,
	});
