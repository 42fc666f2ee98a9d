import * as v from "valibot";

export const TABS = ["wilayas", "communes", "domains", "sectors", "activities"] as const;
export type Tab = (typeof TABS)[number];

const word = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())), undefined);

export const referenceSearch = v.object({
	tab: v.fallback(v.optional(v.picklist(TABS)), undefined),
	q: word,
	wilaya: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{2}$/))), undefined),
	sector: word,
});
export type ReferenceSearch = v.InferOutput<typeof referenceSearch>;
