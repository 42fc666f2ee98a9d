import * as v from "valibot";
import { isDate } from "@/ui/date-parts.ts";

export const BREAKDOWNS = ["wilaya", "level", "craft_sector"] as const;
export const TRAININGS = ["trained", "enrolled", "without_certificate", "not_yet"] as const;
export const LEVELS = ["communal", "wilaya", "inter_wilaya", "national"] as const;

/** Figures as of a day, and whom the list is of. */
export const coverageSearch = v.object({
	course: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
	as_of: v.fallback(
		v.optional(
			v.pipe(
				v.string(),
				v.check((text: string) => isDate(text)),
			),
		),
		undefined,
	),
	by: v.fallback(v.optional(v.picklist(BREAKDOWNS)), undefined),
	/** The country, for a chamber that begins with its own wilayas. */
	country: v.fallback(v.optional(v.boolean()), undefined),
	wilaya: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{2}$/))), undefined),
	level: v.fallback(v.optional(v.picklist(LEVELS)), undefined),
	craft_sector: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{2}$/))), undefined),
	training: v.fallback(v.optional(v.picklist(TRAININGS)), undefined),
});
export type CoverageSearch = v.InferOutput<typeof coverageSearch>;
