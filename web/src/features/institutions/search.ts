import * as v from "valibot";

export const KINDS = ["ministry", "agency", "national_chamber", "chamber", "directorate"] as const;

export const institutionsSearch = v.object({
	kind: v.fallback(v.optional(v.picklist(KINDS)), undefined),
	wilaya: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{2}$/))), undefined),
	q: v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())), undefined),
});
export type InstitutionsSearch = v.InferOutput<typeof institutionsSearch>;
