import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/every-page.ts";
import {
	getEvent,
	listCommunes,
	listEventFiles,
	listEvents,
	listEventTransitions,
} from "@/api/gen/sdk.gen.ts";
import type { EventSummary, ListEventsData } from "@/api/gen/types.gen.ts";
import { tagged } from "@/api/tagged.ts";
import { today } from "@/i18n/days.ts";
import { period, whatever } from "./filter.ts";
import { reach } from "./month-grid.ts";
import type { EventsSearch } from "./search.ts";

export const PER_PAGE = 20;
/** More than a month of the whole country has ever held. */
const MOST_PAGES = 5;

export const eventsQuery = (search: EventsSearch, cursor: string | undefined) => {
	const query = { ...whatever(search), ...period(search, today()) };
	return queryOptions({
		queryKey: ["events", "list", query, cursor],
		queryFn: async ({ signal }) =>
			(
				await listEvents({
					query: { ...query, limit: PER_PAGE, include_total: true, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
};

/** As many pages as there are, up to an end. */
async function everything(
	query: NonNullable<ListEventsData["query"]>,
	signal: AbortSignal,
): Promise<{ rows: EventSummary[]; more: boolean }> {
	const rows: EventSummary[] = [];
	let cursor: string | null | undefined;
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const { data } = await listEvents({
			query: { ...query, limit: 200, ...(cursor ? { cursor } : {}) },
			signal,
			throwOnError: true,
		});
		rows.push(...data.items);
		cursor = data.next_cursor;
		if (!cursor) break;
	}
	return { rows, more: !!cursor };
}

/** Everything drawn on the grid of a month, whatever period the list has. */
export const monthQuery = (search: EventsSearch, month: string) => {
	const query = { ...whatever(search), ...reach(month) };
	return queryOptions({
		queryKey: ["events", "month", query],
		queryFn: async ({ signal }) => (await everything(query, signal)).rows,
		placeholderData: keepPreviousData,
	});
};

/** Everything of the list, for the map. */
export const mapQuery = (search: EventsSearch) => {
	const query = { ...whatever(search), ...period(search, today()) };
	return queryOptions({
		queryKey: ["events", "map", query],
		queryFn: ({ signal }) => everything(query, signal),
		placeholderData: keepPreviousData,
	});
};

/** The communes of some wilayas, with their points. */
export const pointsQuery = (wilayas: readonly string[]) =>
	queryOptions({
		queryKey: ["reference", "points", wilayas],
		queryFn: ({ signal }) =>
			everyPage((page) =>
				listCommunes({ query: { wilaya: [...wilayas], ...page }, signal, throwOnError: true }),
			),
		enabled: wilayas.length > 0,
		staleTime: Number.POSITIVE_INFINITY,
		placeholderData: keepPreviousData,
	});

export const eventKey = (id: string) => ["events", "one", id];

export const eventQuery = (id: string) =>
	queryOptions({
		queryKey: eventKey(id),
		queryFn: ({ signal }) => tagged(getEvent({ path: { id }, signal, throwOnError: true })),
	});

export const stepsQuery = (id: string) =>
	queryOptions({
		queryKey: [...eventKey(id), "steps"],
		queryFn: async ({ signal }) =>
			(await listEventTransitions({ path: { id }, signal, throwOnError: true })).data.items,
	});

/** The poster and the documents. */
export const filesQuery = (id: string) =>
	queryOptions({
		queryKey: [...eventKey(id), "files"],
		queryFn: async ({ signal }) =>
			(await listEventFiles({ path: { id }, signal, throwOnError: true })).data.items,
	});
