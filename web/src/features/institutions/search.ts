import * as v from "valibot";
import { among, wilaya, word } from "@/reference/search-words.ts";

export const KINDS = ["ministry", "agency", "national_chamber", "chamber", "directorate"] as const;

export const institutionsSearch = v.object({
	kind: among(KINDS),
	wilaya,
	q: word,
});
export type InstitutionsSearch = v.InferOutput<typeof institutionsSearch>;
