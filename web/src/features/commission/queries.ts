import { queryOptions } from "@tanstack/react-query";
import { getCall, getEvent } from "@/api/gen/sdk.gen.ts";
import type { Call, Event } from "@/api/gen/types.gen.ts";
import { untilTurn } from "@/reference/call-turn.ts";

/** An event with its call, when it has one. */
export interface Occasion {
	event: Event;
	call: Call | null;
}

export const commissionKey = (event: string) => ["commission", event];

export const occasionQuery = (id: string) =>
	queryOptions({
		queryKey: [...commissionKey(id), "occasion"],
		queryFn: async ({ signal }): Promise<Occasion> => {
			const path = { id };
			const { data: event } = await getEvent({ path, signal, throwOnError: true });
			if (!event.call) return { event, call: null };
			const { data: call } = await getCall({ path, signal, throwOnError: true });
			return { event, call };
		},
		refetchInterval: ({ state }) => untilTurn(state.data?.call),
	});
