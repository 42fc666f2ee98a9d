import * as v from "valibot";
import { among, id, word } from "@/reference/search-words.ts";

export const KINDS = ["single", "multiple", "numeric", "ordering"] as const;

/** The bank of questions; everything it is narrowed by lives in the address. */
export const questionsSearch = v.object({
	q: word,
	course: id,
	/** The cohort whose tests are made, which one goes back to. */
	cohort: id,
	module: word,
	kind: among(KINDS),
	status: among(["archived"]),
});
export type QuestionsSearch = v.InferOutput<typeof questionsSearch>;

/** A question of it. */
export const questionSearch = v.object({ cohort: id });
