import * as v from "valibot";
import { isDate } from "@/ui/date-parts.ts";

/** The day a file is read as of, in the address, so that a past state can be passed on as a link. */
export const daySearch = v.object({
	as_of: v.fallback(
		v.optional(
			v.pipe(
				v.string(),
				v.check((day) => isDate(day)),
			),
		),
		undefined,
	),
});
