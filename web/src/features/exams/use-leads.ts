import type { Cohort } from "@/api/gen/types.gen.ts";
import { organises } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";

/** Whether this person runs a cohort or teaches it: they make its tests and read what came of them. */
export function useLeads() {
	const user = useUser();
	return ({ organiser, trainers }: Pick<Cohort, "organiser" | "trainers">) => {
		const role = user?.acting?.role;
		if (role === "trainer") return trainers.some(({ person_id }) => person_id === user?.id);
		return role !== "association" && organises(user, { organiser, co_organisers: [] });
	};
}
