import { describe, expect, test } from "vitest";
import { placesOf, radiusOf } from "./map-places.ts";

const at = (commune_code: string, wilaya_code: string) => ({ commune_code, wilaya_code });
const commune = (code: string, wilaya_code: string, longitude?: number) => ({
	code,
	wilaya_code,
	point: longitude === undefined ? null : { longitude, latitude: 30 },
});

describe("places of the map", () => {
	test("gather the events of a commune, in the order in which they come", () => {
		const places = placesOf(
			[at("1601", "16"), at("3001", "30"), at("1601", "16")],
			[commune("1601", "16", 3), commune("3001", "30", 5)],
		);
		expect(places.map(({ code, events }) => [code, events.length])).toEqual([
			["1601", 2],
			["3001", 1],
		]);
		expect(places[0]?.point?.longitude).toBe(3);
	});
	test("a commune without a point stands in the middle of its wilaya, or nowhere", () => {
		const known = [commune("3002", "30", 4), commune("3003", "30", 6), commune("3001", "30")];
		const [inside, nowhere] = placesOf([at("3001", "30"), at("4701", "47")], known);
		expect(inside?.point).toEqual({ longitude: 5, latitude: 30 });
		expect(nowhere?.point).toBeUndefined();
	});
	test("four events cover four times the area of one, up to an end", () => {
		expect(radiusOf(4, 750)).toBe(2 * radiusOf(1, 750));
		expect(radiusOf(1000, 750)).toBe(radiusOf(2000, 750));
	});
});
