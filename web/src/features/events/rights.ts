import type { Event, EventStatus, Me } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { organises } from "@/auth/organises.ts";

export const STEPS = ["publish", "postpone", "close", "cancel", "copy"] as const;
export type Step = (typeof STEPS)[number];

/** Steps open from each state, as the server takes them. */
const OPEN: Readonly<Record<EventStatus, readonly Step[]>> = {
	draft: ["publish"],
	published: ["postpone", "close", "cancel", "copy"],
	postponed: ["publish", "cancel"],
	cancelled: ["copy"],
	closed: ["copy"],
};

/** What this person may do with the event now: nothing that the server would refuse. */
export function openSteps(
	user: Me | null,
	event: Pick<Event, "status" | "starts_on" | "next_id" | "organiser" | "co_organisers">,
	today: string,
): readonly Step[] {
	if (!organises(user, event)) return [];
	return OPEN[event.status].filter(
		(step) =>
			can(user, `${step}_event`) &&
			(step !== "close" || event.starts_on <= today) &&
			(step !== "copy" || !event.next_id),
	);
}
