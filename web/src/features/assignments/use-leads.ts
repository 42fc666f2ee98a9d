import type { Cohort } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { organises } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";

/** Nothing changes any more in a cohort that is closed or called off. */
export const isOver = ({ status }: Pick<Cohort, "status">) =>
	status === "closed" || status === "cancelled";

/** Whether one runs or teaches a cohort that is not over. */
export function useLeads() {
	const user = useUser();
	return (cohort: Cohort) => {
		if (!user || isOver(cohort) || !can(user, "create_assignment")) return false;
		return user.acting?.role === "trainer"
			? cohort.trainers.some((one) => one.person_id === user.id)
			: organises(user, { organiser: cohort.organiser, co_organisers: [] });
	};
}
