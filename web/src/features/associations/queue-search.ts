import * as v from "valibot";

export const QUEUE_TABS = [
	"submitted",
	"returned",
	"draft",
	"verified",
	"suspended",
	"dissolved",
	"all",
] as const;

export const SORTS = ["name", "-name", "created_at", "-created_at"] as const;

const word = v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())), undefined);

export const queueSearch = v.object({
	tab: v.fallback(v.optional(v.picklist(QUEUE_TABS)), undefined),
	q: word,
	wilaya: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{2}$/))), undefined),
	sort: v.fallback(v.optional(v.picklist(SORTS)), undefined),
});
export type QueueSearch = v.InferOutput<typeof queueSearch>;
