import * as v from "valibot";
import { among, wilaya, word, yes } from "@/reference/search-words.ts";

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

/** What the organisers may put applications in order by, beside the order they were begun in. */
export const ORDERS = ["number", "-number", "name"] as const;

/** Applications to an event: found by the association, its wilaya and their state, in an order. */
export const eventApplicationsSearch = v.object({
	status: among(STATES),
	q: word,
	wilaya,
	sort: among(ORDERS),
	/** Letters that wait for an answer of the organisers. */
	unanswered: yes,
});
export type EventApplicationsSearch = v.InferOutput<typeof eventApplicationsSearch>;

export const REVIEW_STATES = ["open", "scored", "conflict", "abstained"] as const;

/** One's own reviews, one state at a time. */
export const reviewsSearch = v.object({
	status: among(REVIEW_STATES),
});
