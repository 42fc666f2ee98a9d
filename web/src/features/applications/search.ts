import * as v from "valibot";

export const STATES = ["draft", "eligible", "ineligible", "withdrawn"] as const;

/** Applications, one state at a time. */
export const applicationsSearch = v.object({
	status: v.fallback(v.optional(v.picklist(STATES)), undefined),
});
