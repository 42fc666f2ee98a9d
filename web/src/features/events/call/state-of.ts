import type { CallState, CallWindow, EventStatus } from "@/api/gen/types.gen.ts";

/** Where the window of a call stands, by the clock of the reader. */
export const stateOf = (
	{ opens_at: opens, closes_at: closes }: Pick<CallWindow, "opens_at" | "closes_at">,
	now: number,
): CallState =>
	now < Date.parse(opens) ? "upcoming" : now < Date.parse(closes) ? "open" : "closed";

/** A call waits while its event is put off. */
export type CallStanding = CallState | "suspended";

/** What a call is worth with its event as it is: none takes applications before the event is announced, while it is put off, or once it is called off. */
export function standingOf(event: EventStatus, state: CallState): CallStanding {
	if (event === "cancelled" || event === "closed") return "closed";
	if (event === "postponed" && state !== "closed") return "suspended";
	return event === "draft" && state === "open" ? "upcoming" : state;
}
