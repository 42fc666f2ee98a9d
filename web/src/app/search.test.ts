import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "./search.ts";

test("codes with a leading zero survive the address", () => {
	expect(parseSearch("?wilaya=01")).toEqual({ wilaya: "01" });
	expect(stringifySearch({ wilaya: "01" })).toBe("?wilaya=01");
});

test("a filter of several values is written once for each", () => {
	expect(stringifySearch({ wilaya: ["16", "31"], q: "خزف" })).toBe(
		"?wilaya=16&wilaya=31&q=%D8%AE%D8%B2%D9%81",
	);
	expect(parseSearch("?wilaya=16&wilaya=31&wilaya=47")).toEqual({ wilaya: ["16", "31", "47"] });
});

test("what is not set leaves no trace", () => {
	expect(stringifySearch({ q: undefined, sort: "" })).toBe("");
});
