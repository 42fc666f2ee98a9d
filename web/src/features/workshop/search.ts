import * as v from "valibot";
import { among, word } from "@/reference/search-words.ts";

export const STAGES = ["idea", "planned", "approved", "running", "closed", "dropped"] as const;
export const SORTS = ["name", "-name", "starts_on", "-starts_on"] as const;

export const projectsSearch = v.object({
	q: word,
	stage: among(STAGES),
	sort: among(SORTS),
	archived: among(["yes"]),
});
export type ProjectsSearch = v.InferOutput<typeof projectsSearch>;

/** Which kept choice of projects is open beside the page that makes new ones. */
export const portfolioSearch = v.object({ kept: word });
