import { queryOptions } from "@tanstack/react-query";
import { getCall } from "@/api/gen/sdk.gen.ts";
import type { Event } from "@/api/gen/types.gen.ts";
import { tagged } from "@/api/tagged.ts";
import { untilTurn } from "@/reference/call-turn.ts";
import { eventKey } from "../queries.ts";

/** The call of an event that has one. */
export const callQuery = ({ id, call }: Pick<Event, "id" | "call">) =>
	queryOptions({
		queryKey: [...eventKey(id), "call"],
		queryFn: ({ signal }) => tagged(getCall({ path: { id }, signal, throwOnError: true })),
		enabled: !!call,
		refetchInterval: ({ state }) => untilTurn(state.data?.data),
	});
