import * as v from "valibot";

const word = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())), undefined);
const among = <const T extends readonly string[]>(values: T) =>
	v.fallback(v.optional(v.picklist(values)), undefined);

export const KINDS = ["single", "multiple", "numeric", "ordering"] as const;

/** The bank of questions; everything it is narrowed by lives in the address. */
export const questionsSearch = v.object({
	q: word,
	course: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
	module: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,40}$/))), undefined),
	kind: among(KINDS),
	status: among(["archived"]),
});
export type QuestionsSearch = v.InferOutput<typeof questionsSearch>;
