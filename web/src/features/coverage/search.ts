import * as v from "valibot";
import { among, id, known, wilaya, yes } from "@/reference/search-words.ts";
import { isDate } from "@/ui/date-parts.ts";

export const BREAKDOWNS = ["wilaya", "level", "craft_sector"] as const;
export const TRAININGS = ["trained", "enrolled", "without_certificate", "not_yet"] as const;
export const LEVELS = ["communal", "wilaya", "inter_wilaya", "national"] as const;

/** Figures as of a day, and whom the list is of. */
export const coverageSearch = v.object({
	course: id,
	as_of: known(
		v.pipe(
			v.string(),
			v.check((text: string) => isDate(text)),
		),
	),
	by: among(BREAKDOWNS),
	/** The country, for a chamber that begins with its own wilayas. */
	country: yes,
	wilaya,
	level: among(LEVELS),
	craft_sector: known(v.pipe(v.string(), v.regex(/^\d{2}$/))),
	training: among(TRAININGS),
});
export type CoverageSearch = v.InferOutput<typeof coverageSearch>;
