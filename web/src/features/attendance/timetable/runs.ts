import type { Cohort, Me } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { organises } from "@/auth/organises.ts";

/** Whether this person writes the timetable of a cohort: its organiser, and those who teach it; not once it is over. */
export function runs(user: Me | null, { organiser, trainers, status }: Cohort): boolean {
	if (!can(user, "add_cohort_session") || status === "closed" || status === "cancelled")
		return false;
	return user?.acting?.role === "trainer"
		? trainers.some(({ person_id }) => person_id === user.id)
		: organises(user, { organiser, co_organisers: [] });
}
