import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { feedQuery, isFiltered, isNarrowerThanFeed, period, whatever } from "./filter.ts";
import { eventsSearch } from "./search.ts";

const read = (search: Record<string, unknown>) => v.parse(eventsSearch, search);

describe("the address of the calendar", () => {
	test("keeps what it knows and drops the rest", () => {
		const search = read({
			q: " زربية ",
			kind: "salon",
			wilaya: "Alger",
			month: "2026-13",
			from: "2026-02-30",
		});
		expect(search).toMatchObject({ q: "زربية", kind: "salon" });
		expect(search.wilaya).toBeUndefined();
		expect(search.month).toBeUndefined();
		expect(search.from).toBeUndefined();
	});
	test("a view alone is not a filter", () => {
		expect(isFiltered(read({ view: "month", month: "2026-12" }))).toBe(false);
		expect(isFiltered(read({ when: "past" }))).toBe(true);
	});
	test("asks for what is still open today, the next first", () => {
		expect(period(read({}), "2026-11-29")).toEqual({ from: "2026-11-29", sort: "starts_on" });
		expect(period(read({ when: "past" }), "2026-11-29")).toEqual({
			until: "2026-11-28",
			sort: "-starts_on",
		});
		expect(period(read({ when: "between", from: "2026-12-01" }), "2026-11-29")).toEqual({
			from: "2026-12-01",
			sort: "starts_on",
		});
	});
	test("never asks for drafts", () => {
		expect(whatever(read({ wilaya: "16" }))).toMatchObject({ wilaya: ["16"] });
		expect(whatever(read({})).status).not.toContain("draft");
	});
	test("a subscription has the filters it knows and says when it is wider", () => {
		const search = read({ wilaya: "16", kind: "salon", q: "x" });
		expect(feedQuery(search, "ar")).toBe("language=ar&kind=salon&wilaya=16");
		expect(isNarrowerThanFeed(search)).toBe(true);
		expect(isNarrowerThanFeed(read({ wilaya: "16" }))).toBe(false);
	});
});
