import { addDays } from "@/i18n/days.ts";
import { ANNOUNCED, type EventsSearch } from "./search.ts";

export const NO_FILTER = {
	q: undefined,
	call: undefined,
	kind: undefined,
	scale: undefined,
	wilaya: undefined,
	craft_sector: undefined,
	when: undefined,
	from: undefined,
	until: undefined,
} satisfies Partial<EventsSearch>;

const FILTERS = Object.keys(NO_FILTER) as (keyof typeof NO_FILTER)[];
export const isFiltered = (search: EventsSearch) =>
	FILTERS.some((key) => search[key] !== undefined);

/** Filters of the list that a subscription cannot have. */
export const isNarrowerThanFeed = ({ q, call, scale, when }: EventsSearch) =>
	q !== undefined || call !== undefined || scale !== undefined || when !== undefined;

/** What is asked for whatever the days are. */
export const whatever = ({ q, call, kind, scale, wilaya, craft_sector }: EventsSearch) => ({
	...(q ? { q } : {}),
	...(call ? { call } : {}),
	...(kind ? { kind: [kind] } : {}),
	...(scale ? { scale: [scale] } : {}),
	...(wilaya ? { wilaya: [wilaya] } : {}),
	...(craft_sector ? { craft_sector: [craft_sector] } : {}),
	status: [...ANNOUNCED],
});

/** Days and order of the list: next first, or last first when one looks back. */
export function period({ when, from, until }: EventsSearch, today: string) {
	if (when === "past") return { until: addDays(today, -1), sort: "-starts_on" } as const;
	if (when === "all") return { sort: "-starts_on" } as const;
	if (when === "between")
		return {
			...(from ? { from } : {}),
			...(until ? { until } : {}),
			sort: "starts_on",
		} as const;
	return { from: today, sort: "starts_on" } as const;
}

/** The filters a subscription knows, as the API names them. */
export function feedQuery({ kind, wilaya, craft_sector }: EventsSearch, language: string): string {
	const pairs = Object.entries({ language, kind, wilaya, craft_sector });
	return new URLSearchParams(
		pairs.flatMap(([name, value]) => (value ? [[name, value]] : [])),
	).toString();
}
