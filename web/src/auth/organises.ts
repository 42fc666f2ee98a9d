import type { Event, Me } from "@/api/gen/types.gen.ts";
import { can } from "./can.ts";

/** Whether the body acted for organises the event; the ministry stands in for all. */
export function organises(
	user: Pick<Me, "acting"> | null,
	{ organiser, co_organisers }: Pick<Event, "organiser" | "co_organisers">,
): boolean {
	const acting = user?.acting;
	if (!acting) return false;
	return (
		acting.role === "ministry" ||
		[organiser, ...co_organisers].some(({ id }) => id === acting.institution_id)
	);
}

/** Whether this person may read the applications to an event: its organisers, and those who read everything. */
export function readsApplications(
	user: Me | null,
	event: Pick<Event, "organiser" | "co_organisers">,
): boolean {
	return (
		can(user, "list_event_applications") &&
		(user?.acting?.role === "national" || organises(user, event))
	);
}
