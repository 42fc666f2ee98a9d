import type { CohortParticipant, Gender, Office } from "@/api/gen/types.gen.ts";
import { isDate } from "@/ui/date-parts.ts";

/** A participant as they are typed. */
export interface PersonTyped {
	name: string;
	gender: Gender | null;
	office: Office | null;
	bornOn: string | null;
	phone: string;
}

export const nobody: PersonTyped = {
	name: "",
	gender: null,
	office: null,
	bornOn: null,
	phone: "",
};

export type PersonFault = "required" | "date";

/** What can be said before the server is asked, by pointer into what would be sent. */
export function personFaults(typed: PersonTyped): Record<string, PersonFault> {
	const faults: Record<string, PersonFault> = {};
	if (!typed.name.trim()) faults["/participant/name"] = "required";
	if (!typed.gender) faults["/participant/gender"] = "required";
	if (typed.bornOn !== null && !isDate(typed.bornOn)) faults["/participant/born_on"] = "date";
	return faults;
}

export const toParticipant = (typed: PersonTyped): CohortParticipant | undefined =>
	typed.gender
		? {
				name: typed.name.trim(),
				gender: typed.gender,
				office: typed.office,
				born_on: typed.bornOn,
				phone: typed.phone.trim() || null,
			}
		: undefined;
