import { queryOptions } from "@tanstack/react-query";
import type { ApplicationSummary } from "@/api/gen/types.gen.ts";
import { listOwnApplications } from "@/api/gen/workshop-sdk.gen.ts";

/** Every application of one's association, the latest first: a few a year. */
export const ownApplicationsQuery = queryOptions({
	queryKey: ["applications", "own"],
	queryFn: async ({ signal }) => {
		const rows: ApplicationSummary[] = [];
		let cursor: string | null | undefined;
		do {
			const { data } = await listOwnApplications({
				query: { limit: 200, ...(cursor ? { cursor } : {}) },
				signal,
				throwOnError: true,
			});
			rows.push(...data.items);
			cursor = data.next_cursor;
		} while (cursor);
		return rows.reverse();
	},
});
