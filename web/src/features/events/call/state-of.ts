import type { CallState, CallWindow } from "@/api/gen/types.gen.ts";

/** Where the window of a call stands, by the clock of the reader. */
export const stateOf = (
	{ opens_at: opens, closes_at: closes }: Pick<CallWindow, "opens_at" | "closes_at">,
	now: number,
): CallState =>
	now < Date.parse(opens) ? "upcoming" : now < Date.parse(closes) ? "open" : "closed";
