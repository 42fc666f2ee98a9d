import * as v from "valibot";
import { among, wilaya } from "@/reference/search-words.ts";
import { isDate } from "@/ui/date-parts.ts";

export const ROUNDS = ["close", "after_3_months", "after_6_months"] as const;

/** What exhibitors have declared, one round at a time. */
export const outcomesSearch = v.object({
	round: among(ROUNDS),
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
	wilaya,
});
export type ParticipationSearch = v.InferOutput<typeof participationSearch>;
