import * as v from "valibot";
import { among } from "@/reference/search-words.ts";

/** What reviewers think: everything, or what they disagree about. */
export const scoresSearch = v.object({
	disputed: among(["yes"]),
});

export const DECIDED = [
	"selected",
	"confirmed",
	"waiting",
	"refused",
	"withdrawn",
	"attended",
	"absent",
] as const;

/** Decisions, one state at a time. */
export const decisionsSearch = v.object({
	status: among(DECIDED),
});
