import type { ApplicationStatus } from "@/api/gen/types.gen.ts";
import type { Occasion } from "./queries.ts";

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
	attended: "none",
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

/** Whether applications to this event are taken now. */
export const isOpen = ({ event, call }: Occasion) =>
	event.status === "published" && call?.state === "open";

/** What an association has to do about an application, if anything. */
export function nextStep(status: ApplicationStatus, occasion: Occasion): NextStep {
	const { event } = occasion;
	if (event.status === "cancelled" || event.status === "postponed")
		return status === "withdrawn" ? "none" : event.status;
	return (isOpen(occasion) ? WHILE_OPEN : AFTERWARDS)[status];
}
