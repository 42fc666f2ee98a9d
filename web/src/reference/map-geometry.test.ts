import { describe, expect, test } from "vitest";
import { classes, classOf, PATHS, project, SIZE } from "./map-geometry.ts";

test("the map has the 69 wilayas of 2026", () => {
	expect(PATHS.map(([code]) => code).sort()).toEqual(
		Array.from({ length: 69 }, (_, i) => String(i + 1).padStart(2, "0")),
	);
});

test("Algiers lies in the north, near the middle; Tamanrasset far in the south", () => {
	const algiers = project(3.06, 36.75);
	const tamanrasset = project(5.52, 22.79);
	expect(algiers.y).toBeGreaterThan(0);
	expect(algiers.y).toBeLessThan(SIZE.height * 0.1);
	expect(tamanrasset.y).toBeGreaterThan(SIZE.height * 0.7);
	expect(tamanrasset.x).toBeGreaterThan(algiers.x);
});

describe("classes of the choropleth", () => {
	test("no counts, no classes", () => expect(classes([0, 0])).toEqual([]));
	test("ends rise and the last holds the greatest count", () => {
		const ends = classes([1, 2, 2, 5, 8, 13, 40, 0]);
		expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
		expect(ends.at(-1)).toBe(40);
	});
	test("zero is a class of its own", () => {
		const ends = [2, 5, 9];
		expect([0, 1, 2, 3, 9, 100].map((n) => classOf(n, ends))).toEqual([0, 1, 1, 2, 3, 3]);
	});
});
