import * as v from "valibot";

/** What reviewers think: everything, or what they disagree about. */
export const scoresSearch = v.object({
	disputed: v.fallback(v.optional(v.picklist(["yes"])), undefined),
});

export const DECIDED = [
	"selected",
	"confirmed",
	"waiting",
	"refused",
	"attended",
	"absent",
] as const;

/** Decisions, one state at a time. */
export const decisionsSearch = v.object({
	status: v.fallback(v.optional(v.picklist(DECIDED)), undefined),
});
