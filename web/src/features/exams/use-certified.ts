import { useQuery } from "@tanstack/react-query";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { gradebookQuery } from "@/reference/gradebook.ts";

/**
 * Who of a cohort holds a certificate, of those one may know of: nothing a certificate rests on changes, so the server
 * refuses what would. Where it cannot be read, the server is left to say so.
 */
export function useCertified(cohort: string, isAsked: boolean) {
	const allowed = can(useUser(), "get_gradebook");
	const { data, isLoading } = useQuery({ ...gradebookQuery(cohort), enabled: isAsked && allowed });
	const people = data?.participants ?? [];
	const held = people.filter(({ certified }) => certified);
	return {
		isLoading,
		has: (enrolment: string) => held.some(({ enrolment_id }) => enrolment_id === enrolment),
		some: held.length > 0,
		all: held.length > 0 && held.length === people.length,
	};
}

export type Certified = ReturnType<typeof useCertified>;
