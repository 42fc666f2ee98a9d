import * as v from "valibot";

export const STATES = [
	"draft",
	"eligible",
	"ineligible",
	"scored",
	"selected",
	"waiting",
	"refused",
	"confirmed",
	"withdrawn",
	"attended",
	"absent",
] as const;

/** Applications, one state at a time. */
export const applicationsSearch = v.object({
	status: v.fallback(v.optional(v.picklist(STATES)), undefined),
});

export const REVIEW_STATES = ["open", "scored", "conflict", "abstained"] as const;

/** One's own reviews, one state at a time. */
export const reviewsSearch = v.object({
	status: v.fallback(v.optional(v.picklist(REVIEW_STATES)), undefined),
});
