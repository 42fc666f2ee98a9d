import * as v from "valibot";
import { among, wilaya, word, yes } from "@/reference/search-words.ts";

export const LEVELS = ["communal", "wilaya", "inter_wilaya", "national"] as const;
export const KINDS = ["professional", "cultural", "women", "youth", "other"] as const;
export const TRAITS = ["women_led", "youth_led", "border", "isolated"] as const;
export const SORTS = ["name", "-name", "founded_on", "-founded_on", "members", "-members"] as const;

/** The state of the directory: all of it lives in the address, so that it can be sent to others. */
export const directorySearch = v.object({
	q: word,
	wilaya,
	commune: word,
	craft_domain: word,
	craft_sector: word,
	level: among(LEVELS),
	kind: among(KINDS),
	women_led: yes,
	youth_led: yes,
	border: yes,
	isolated: yes,
	sort: among(SORTS),
});
export type DirectorySearch = v.InferOutput<typeof directorySearch>;

/** Filters hidden behind "more filters". */
const FINE = ["commune", "craft_domain", "level", "kind", ...TRAITS] as const;

export const isFiltered = (search: DirectorySearch) =>
	Object.entries(search).some(([key, value]) => key !== "sort" && value !== undefined);

export const isFine = (search: DirectorySearch) => FINE.some((key) => search[key] !== undefined);

/** The filters as the API names them, without order. */
export function toFilter({ sort: _sort, wilaya, craft_sector, ...rest }: DirectorySearch) {
	return {
		...rest,
		...(wilaya ? { wilaya: [wilaya] } : {}),
		...(craft_sector ? { craft_sector: [craft_sector] } : {}),
	};
}

/** The same filters as a query string, for exports. */
export function toQuery(search: DirectorySearch): string {
	const pairs = Object.entries(search).filter(([, value]) => value !== undefined);
	return new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
}
