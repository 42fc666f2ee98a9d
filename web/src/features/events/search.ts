import * as v from "valibot";
import { among, wilaya, word } from "@/reference/search-words.ts";
import { isDate } from "@/ui/date-parts.ts";

const day = v.fallback(
	v.optional(
		v.pipe(
			v.string(),
			v.check((text: string) => isDate(text)),
		),
	),
	undefined,
);

export const KINDS = ["exhibition", "salon", "awareness_day"] as const;
export const SCALES = ["local", "regional", "national", "international"] as const;
/** Absent for what is open today or later. */
export const PERIODS = ["past", "all", "between"] as const;
/** States everybody sees. */
export const ANNOUNCED = ["published", "postponed", "cancelled", "closed"] as const;
export const STATES = ["draft", ...ANNOUNCED] as const;

/** The state of the calendar: all of it lives in the address, so that it can be sent to others. */
export const eventsSearch = v.object({
	q: word,
	call: among(["open"]),
	kind: among(KINDS),
	scale: among(SCALES),
	wilaya,
	craft_sector: word,
	when: among(PERIODS),
	from: day,
	until: day,
	view: among(["month", "map"]),
	month: v.fallback(
		v.optional(v.pipe(v.string(), v.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/))),
		undefined,
	),
});
export type EventsSearch = v.InferOutput<typeof eventsSearch>;

/** One's own events, one state at a time. */
export const deskSearch = v.object({ status: among(STATES), q: word });
