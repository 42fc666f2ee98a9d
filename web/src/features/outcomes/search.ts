import * as v from "valibot";
import { isDate } from "@/ui/date-parts.ts";

export const ROUNDS = ["close", "after_3_months", "after_6_months"] as const;

/** What exhibitors have declared, one round at a time. */
export const outcomesSearch = v.object({
	round: v.fallback(v.optional(v.picklist(ROUNDS)), undefined),
});

/** A year as it was known on a day. */
export const participationSearch = v.object({
	year: v.fallback(
		v.optional(
			v.pipe(v.unknown(), v.transform(Number), v.integer(), v.minValue(1990), v.maxValue(2100)),
		),
		undefined,
	),
	as_of: v.fallback(
		v.optional(
			v.pipe(
				v.string(),
				v.check((text: string) => isDate(text)),
			),
		),
		undefined,
	),
	wilaya: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{2}$/))), undefined),
});
export type ParticipationSearch = v.InferOutput<typeof participationSearch>;
