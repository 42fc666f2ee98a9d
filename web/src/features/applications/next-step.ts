import type { ApplicationStatus, Call, Event } from "@/api/gen/types.gen.ts";

/** What decides what is left to do: where the event stands, and its call when there is one. */
export interface Timing {
	event: Pick<Event, "status" | "ends_on">;
	call: Pick<Call, "state" | "closes_at"> | null;
}

export type NextStep =
	| "complete"
	| "change"
	| "mend"
	| "again"
	| "wait"
	| "late"
	| "refused"
	| "confirm"
	| "queue"
	| "notSelected"
	| "come"
	| "over"
	| "thanks"
	| "none"
	| "postponed"
	| "cancelled";

/** Once the commission has begun, the call has closed for good. */
const DECIDED = {
	scored: "wait",
	selected: "confirm",
	waiting: "queue",
	refused: "notSelected",
	confirmed: "come",
	attended: "thanks",
	absent: "none",
} as const;
const WHILE_OPEN: Readonly<Record<ApplicationStatus, NextStep>> = {
	...DECIDED,
	draft: "complete",
	eligible: "change",
	ineligible: "mend",
	withdrawn: "again",
};
const AFTERWARDS: Readonly<Record<ApplicationStatus, NextStep>> = {
	...DECIDED,
	draft: "late",
	eligible: "wait",
	ineligible: "refused",
	withdrawn: "none",
};

/** States in which one is told to come, or to wait for a seat, while there is still an event to come to. */
const SEATED_OR_WAITING: readonly ApplicationStatus[] = ["selected", "confirmed", "waiting"];

/** Whether applications to this event are taken now. */
export const isOpen = ({ event, call }: Timing) =>
	event.status === "published" && call?.state === "open";

/** Whether the event has ended: called off, closed by its organisers, or its last day is behind. */
export const isOver = ({ event }: Timing, day: string) =>
	event.status === "cancelled" || event.status === "closed" || event.ends_on < day;

/** What an association has to do about an application, if anything; `day` is today. */
export function nextStep(status: ApplicationStatus, occasion: Timing, day: string): NextStep {
	const { event } = occasion;
	if (event.status === "cancelled" || event.status === "postponed")
		return status === "withdrawn" ? "none" : event.status;
	if (isOver(occasion, day) && SEATED_OR_WAITING.includes(status)) return "over";
	return (isOpen(occasion) ? WHILE_OPEN : AFTERWARDS)[status];
}
