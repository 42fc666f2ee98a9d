import { queryOptions } from "@tanstack/react-query";
import { getCall } from "@/api/gen/sdk.gen.ts";
import type { Call } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { type Tagged, tagged } from "@/api/tagged.ts";
import { untilTurn } from "@/reference/call-turn.ts";
import { eventKey } from "../queries.ts";

const none = (error: unknown): null => {
	if (isProblem(error) && error.status === 404) return null;
	throw error;
};

/** The call of an event; `null` for an event that has none. */
export const callQuery = (id: string) =>
	queryOptions({
		queryKey: [...eventKey(id), "call"],
		queryFn: ({ signal }): Promise<Tagged<Call> | null> =>
			tagged(getCall({ path: { id }, signal, throwOnError: true })).catch(none),
		refetchInterval: ({ state }) => untilTurn(state.data?.data),
	});
