import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { directorySearch, isFiltered, isFine, toFilter, toQuery } from "./search.ts";

const read = (search: Record<string, unknown>) => v.parse(directorySearch, search);

describe("the address of the directory", () => {
	test("keeps what it knows", () => {
		const search = read({ q: " خزف ", wilaya: "01", women_led: "true", sort: "-members" });
		expect(search).toMatchObject({ q: "خزف", wilaya: "01", women_led: true, sort: "-members" });
		expect(isFiltered(search)).toBe(true);
		expect(isFine(search)).toBe(true);
	});
	test("drops what it does not understand instead of failing", () => {
		const search = read({ wilaya: "Alger", level: "cosmic", border: "maybe", sort: "colour" });
		expect(isFiltered(search)).toBe(false);
		expect(search.sort).toBeUndefined();
	});
	test("a commune is among what hides behind more filters", () => {
		const search = read({ wilaya: "16", commune: "1605" });
		expect(isFine(search)).toBe(true);
		expect(toQuery(search)).toBe("wilaya=16&commune=1605");
	});
	test("an order alone is not a filter", () => {
		expect(isFiltered(read({ sort: "name" }))).toBe(false);
	});
	test("becomes the parameters of the API", () => {
		const search = read({ wilaya: "16", craft_sector: "02", sort: "name" });
		expect(toFilter(search)).toMatchObject({ wilaya: ["16"], craft_sector: ["02"] });
		expect(toFilter(search)).not.toHaveProperty("sort");
		expect(toQuery(search)).toBe("wilaya=16&craft_sector=02&sort=name");
	});
});
