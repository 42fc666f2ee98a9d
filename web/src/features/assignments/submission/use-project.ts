import { useQuery } from "@tanstack/react-query";
import type { Submission } from "@/api/gen/types.gen.ts";
import { getAssociation } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";

/** The project that work is of, for whoever may open it: its association, those who read all, a chamber in its wilayas. */
export function useProject({ association_id: id, project_id }: Submission): string | undefined {
	const user = useUser();
	const acting = user?.acting;
	const chamber = acting?.role === "chamber";
	const found = useQuery({
		queryKey: ["assignments", "association", id],
		queryFn: async ({ signal }) =>
			(await getAssociation({ path: { id }, signal, throwOnError: true })).data,
		enabled: chamber,
	});
	if (!can(user, "get_project")) return undefined;
	if (acting?.role === "association" && acting.association_id !== id) return undefined;
	if (chamber && !acting.wilayas?.includes(found.data?.wilaya_code ?? "")) return undefined;
	return project_id;
}
