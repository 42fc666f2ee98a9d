import { queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/every-page.ts";
import { listOwnApplications } from "@/api/gen/workshop-sdk.gen.ts";

/** Every application of one's association, the latest first: a few a year. */
export const ownApplicationsQuery = queryOptions({
	queryKey: ["applications", "own"],
	queryFn: async ({ signal }) => {
		const rows = await everyPage((query) =>
			listOwnApplications({ query, signal, throwOnError: true }),
		);
		return rows.reverse();
	},
});

/** The application of one's association to an event, if it has one. */
export const ownApplicationQuery = (event: string) =>
	queryOptions({
		queryKey: ["applications", "own", event],
		queryFn: async ({ signal }) =>
			(
				await listOwnApplications({
					query: { event_id: event, limit: 1 },
					signal,
					throwOnError: true,
				})
			).data.items[0] ?? null,
	});
