import { queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/every-page.ts";
import { getEvent } from "@/api/gen/sdk.gen.ts";
import type { EventPlan, EventStand, StandCandidate } from "@/api/gen/types.gen.ts";
import {
	getApplicationStand,
	getEventPlan,
	listStandCandidates,
	listStands,
} from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { type Tagged, tagged } from "@/api/tagged.ts";
import { type Plan, planOf } from "./shape/plan.ts";

export const planKey = (event: string) => ["plan", event];

/** A plan as it is drawn, with what else the server says of it. */
export interface Drawn {
	plan: Plan;
	told: Omit<EventPlan, "plan">;
}

export const drawnOf = ({ data, etag }: Tagged<EventPlan>): Tagged<Drawn> => {
	const { plan, ...told } = data;
	return { data: { plan: planOf(plan), told }, etag };
};

const notYet = (error: unknown): null => {
	if (isProblem(error) && error.status === 404) return null;
	throw error;
};

export const occasionQuery = (id: string) =>
	queryOptions({
		queryKey: [...planKey(id), "event"],
		queryFn: async ({ signal }) =>
			(await getEvent({ path: { id }, signal, throwOnError: true })).data,
	});

/** The plan of an event; nothing before there is one the reader may see. */
export const planQuery = (event: string) =>
	queryOptions({
		queryKey: [...planKey(event), "drawn"],
		queryFn: ({ signal }): Promise<Tagged<Drawn> | null> =>
			tagged(getEventPlan({ path: { id: event }, signal, throwOnError: true })).then(
				drawnOf,
				notYet,
			),
	});

/** Every stand with who has it. */
export const standsQuery = (event: string) =>
	queryOptions({
		queryKey: [...planKey(event), "stands"],
		queryFn: ({ signal }): Promise<EventStand[]> =>
			everyPage((page) =>
				listStands({
					path: { id: event },
					query: page,
					signal,
					throwOnError: true,
				}),
			),
	});

/** Every application with a seat, and its stand. */
export const candidatesQuery = (event: string) =>
	queryOptions({
		queryKey: [...planKey(event), "candidates"],
		queryFn: ({ signal }): Promise<StandCandidate[]> =>
			everyPage((page) =>
				listStandCandidates({
					path: { id: event },
					query: page,
					signal,
					throwOnError: true,
				}),
			),
	});

/** The stand of an application and why it is this one, for its association and the organisers; nothing before there is one. */
export const applicationStandQuery = (event: string, application: string) =>
	queryOptions({
		queryKey: [...planKey(event), "of", application],
		queryFn: ({ signal }) =>
			getApplicationStand({ path: { id: application }, signal, throwOnError: true }).then(
				({ data }) => data,
				notYet,
			),
	});
