import { describe, expect, test } from "vitest";
import {
	type ApplicationTyped,
	faultsOf,
	fromApplication,
	newExhibitor,
	newProduct,
	tidy,
	toPatch,
} from "./values.ts";

const empty = fromApplication({});
const names = (ar: string) => ({ ar, fr: "", en: "" });
const typed: ApplicationTyped = {
	...empty,
	exhibitors: [newExhibitor, { name: " نادية حداد ", card: "", phone: "٠٥٥٠ ١٢ ٣٤ ٥٦" }],
	products: [{ id: null, name: names("جرة"), sector: "02", description: "" }],
	area: 9,
};

describe("an application as it is typed", () => {
	test("begins with a row of each to fill in", () => {
		expect(empty.exhibitors).toEqual([newExhibitor]);
		expect(empty.products).toEqual([newProduct]);
	});
	test("a draft is saved without the rows nobody began", () => {
		const kept = tidy(empty, false, true);
		expect(kept.exhibitors).toEqual([]);
		expect(faultsOf(kept)).toEqual({});
		expect(tidy(typed, false, true).exhibitors).toHaveLength(1);
	});
	test("what is handed in says what is missing at its field", () => {
		expect(faultsOf(tidy(empty, true, true))).toEqual({
			"/exhibitors/0/name": "required",
			"/products/0/name/ar": "required",
			"/products/0/craft_sector": "required",
		});
		expect(faultsOf(tidy(typed, true, true))).toEqual({});
	});
	test("for a day without stands nothing need be shown", () => {
		expect(faultsOf(tidy(empty, true, false))).toEqual({ "/exhibitors/0/name": "required" });
	});
	test("a row that was begun is finished, also in a draft", () => {
		const half = { ...typed, exhibitors: [{ name: "", card: "12", phone: "" }] };
		expect(faultsOf(tidy(half, false, true))).toEqual({ "/exhibitors/0/name": "required" });
	});
	test("a product keeps its identifier, and a new one has none yet", () => {
		const jar = { id: "019b", name: { ar: "جرة" }, craft_sector: "02" };
		const { products } = fromApplication({ products: [jar] });
		const added = { ...newProduct, name: names("صحن"), sector: "02" };
		const sent = toPatch({ ...empty, products: [added, ...products] }).products ?? [];
		expect(sent.map((one) => "id" in one && one.id)).toEqual([false, "019b"]);
	});
	test("the whole content is sent, and what is empty is emptied", () => {
		expect(toPatch(tidy(typed, false, true))).toEqual({
			exhibitors: [{ name: "نادية حداد", card_number: null, phone: "0550 12 34 56" }],
			products: [
				{ name: { ar: "جرة", fr: null, en: null }, craft_sector: "02", description: null },
			],
			needs: {
				area_m2: 9,
				power_w: null,
				lodging: 0,
				water: false,
				fire: false,
				transport: false,
			},
			stand_wishes: { corner: false, near_entrance: false, next_to: [] },
			wishes: null,
		});
	});
});
