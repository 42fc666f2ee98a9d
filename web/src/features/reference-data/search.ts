import * as v from "valibot";
import { among, wilaya, word } from "@/reference/search-words.ts";

export const TABS = [
	"wilayas",
	"communes",
	"domains",
	"sectors",
	"activities",
	"rules",
	"holidays",
] as const;
export type Tab = (typeof TABS)[number];

export const referenceSearch = v.object({
	tab: among(TABS),
	q: word,
	wilaya,
	sector: word,
});
export type ReferenceSearch = v.InferOutput<typeof referenceSearch>;
