import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Call, Event } from "@/api/gen/types.gen.ts";
import {
	getApplication,
	getApplicationOutcomes,
	getCall,
	getEvent,
	listApplicationSteps,
	listEventApplications,
	listStands,
} from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { tagged } from "@/api/tagged.ts";
import { untilTurn } from "@/reference/call-turn.ts";
import type { EventApplicationsSearch } from "./search.ts";

export const PER_PAGE = 25;

export const applicationKey = (id: string) => ["applications", "one", id];

export const applicationQuery = (id: string) =>
	queryOptions({
		queryKey: applicationKey(id),
		queryFn: ({ signal }) => tagged(getApplication({ path: { id }, signal, throwOnError: true })),
	});

export const stepsQuery = (id: string) =>
	queryOptions({
		queryKey: [...applicationKey(id), "steps"],
		queryFn: async ({ signal }) =>
			(await listApplicationSteps({ path: { id }, signal, throwOnError: true })).data.items,
	});

/** What an application is to: the event, and its call when there is one. */
export interface Occasion {
	event: Event;
	call: Call | null;
}

export const occasionQuery = (id: string) =>
	queryOptions({
		queryKey: ["applications", "occasion", id],
		queryFn: async ({ signal }): Promise<Occasion> => {
			const path = { id };
			const { data: event } = await getEvent({ path, signal, throwOnError: true });
			if (!event.call) return { event, call: null };
			const { data: call } = await getCall({ path, signal, throwOnError: true });
			return { event, call };
		},
		refetchInterval: ({ state }) => untilTurn(state.data?.call),
	});

export const eventApplicationsQuery = (
	id: string,
	{ status, q, wilaya, sort, unanswered }: EventApplicationsSearch,
	cursor: string | undefined,
) =>
	queryOptions({
		queryKey: ["applications", "event", id, status, q, wilaya, sort, unanswered, cursor],
		queryFn: async ({ signal }) =>
			(
				await listEventApplications({
					path: { id },
					query: {
						limit: PER_PAGE,
						include_total: true,
						...(status ? { status: [status] } : {}),
						...(q ? { q } : {}),
						...(wilaya ? { wilaya: [wilaya] } : {}),
						...(sort ? { sort } : {}),
						...(unanswered ? { last_message_from: "association" as const } : {}),
						...(cursor ? { cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});

/** Whether there is a plan of the stands, for its organisers before others see it. */
export const plannedQuery = (event: string) =>
	queryOptions({
		queryKey: ["applications", "planned", event],
		queryFn: ({ signal }): Promise<boolean> =>
			listStands({ path: { id: event }, query: { limit: 1 }, signal, throwOnError: true }).then(
				() => true,
				(error: unknown) => {
					if (isProblem(error) && error.status === 404) return false;
					throw error;
				},
			),
	});

/** What was declared of taking part, round by round. */
export const outcomesQuery = (id: string) =>
	queryOptions({
		queryKey: [...applicationKey(id), "outcomes"],
		queryFn: async ({ signal }) =>
			(await getApplicationOutcomes({ path: { id }, signal, throwOnError: true })).data.rounds,
	});
