import * as v from "valibot";
import { among, wilaya, word } from "@/reference/search-words.ts";

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

export const queueSearch = v.object({
	tab: among(QUEUE_TABS),
	q: word,
	wilaya,
	sort: among(SORTS),
});
export type QueueSearch = v.InferOutput<typeof queueSearch>;

/** The list on the page as a query string, for exports. */
export function queueQuery(query: Readonly<Record<string, unknown>>): string {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		for (const one of [value].flat()) params.append(name, String(one));
	}
	return params.toString();
}
