import * as v from "valibot";
import { among } from "@/reference/search-words.ts";

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
	status: among(STATES),
});

export const REVIEW_STATES = ["open", "scored", "conflict", "abstained"] as const;

/** One's own reviews, one state at a time. */
export const reviewsSearch = v.object({
	status: among(REVIEW_STATES),
});
