import * as v from "valibot";
import { among, known, word } from "@/reference/search-words.ts";

export const ROLES = [
	"association",
	"trainer",
	"chamber",
	"national",
	"ministry",
	"admin",
] as const;

const day = known(v.pipe(v.string(), v.isoDate()));

export const peopleSearch = v.object({
	q: word,
	role: among(ROLES),
});
export type PeopleSearch = v.InferOutput<typeof peopleSearch>;

export const auditSearch = v.object({
	actor: word,
	action: word,
	subject_type: word,
	subject_id: word,
	from: day,
	to: day,
});
export type AuditSearch = v.InferOutput<typeof auditSearch>;
