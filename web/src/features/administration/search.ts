import * as v from "valibot";

export const ROLES = [
	"association",
	"trainer",
	"chamber",
	"national",
	"ministry",
	"admin",
] as const;

const word = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())), undefined);
const day = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined);

export const peopleSearch = v.object({
	q: word,
	role: v.fallback(v.optional(v.picklist(ROLES)), undefined),
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
