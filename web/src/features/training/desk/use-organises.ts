import type { Cohort } from "@/api/gen/types.gen.ts";
import { organises } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";

/** Whether the body acted for organises a cohort; the ministry stands in for all. */
export function useOrganises() {
	const user = useUser();
	return ({ organiser }: Pick<Cohort, "organiser">) =>
		organises(user, { organiser, co_organisers: [] });
}
