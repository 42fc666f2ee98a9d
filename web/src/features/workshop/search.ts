import * as v from "valibot";

export const STAGES = ["idea", "planned", "approved", "running", "closed", "dropped"] as const;
export const SORTS = ["name", "-name", "starts_on", "-starts_on"] as const;

const word = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())), undefined);

export const projectsSearch = v.object({
	q: word,
	stage: v.fallback(v.optional(v.picklist(STAGES)), undefined),
	sort: v.fallback(v.optional(v.picklist(SORTS)), undefined),
	archived: v.fallback(v.optional(v.picklist(["yes"])), undefined),
});
export type ProjectsSearch = v.InferOutput<typeof projectsSearch>;

/** Which kept choice of projects is open beside the page that makes new ones. */
export const portfolioSearch = v.object({ kept: word });
