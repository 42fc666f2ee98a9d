import { expect, it } from "vitest";
import type { EventStand } from "@/api/gen/types.gen.ts";
import { found } from "./find.ts";

const stand = (number: string, name?: string, sectors: string[] = []): EventStand => ({
	number,
	hall: "A",
	area_cm2: 90_000,
	corner: false,
	open_sides: 1,
	services: { power_w: 0, water: false, fire: false },
	holder: name
		? {
				association_id: number,
				association_name: { ar: name, fr: "Terre d’Alger" },
				wilaya_code: "16",
				number: 1,
				craft_sectors: sectors,
				application_id: null,
				locked: null,
				lacks: null,
			}
		: null,
});
const STANDS = [stand("A01", "جمعية الأنامل", ["02"]), stand("A02"), stand("B01", "جمعية النحاس")];
const numbers = (typed: string, sector?: string) =>
	found(STANDS, typed, sector, (code) => (code === "02" ? "الفخار" : code))?.map(
		({ number }) => number,
	);

it("looks for numbers, names in any spelling, and crafts", () => {
	expect(numbers("")).toBeUndefined();
	expect(numbers("a0")).toEqual(["A01", "A02"]);
	expect(numbers("الانامل")).toEqual(["A01"]);
	expect(numbers("فخار")).toEqual(["A01"]);
	expect(numbers("terre b")).toEqual(["B01"]);
	expect(numbers("", "02")).toEqual(["A01"]);
	expect(numbers("نحاس", "02")).toEqual([]);
});
