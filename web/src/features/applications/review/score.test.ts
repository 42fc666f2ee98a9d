import { describe, expect, test } from "vitest";
import type { CallCriterion } from "@/api/gen/types.gen.ts";
import { lacking, reached, sentPoints, totalOf, typedOf } from "./score.ts";

const criterion = (code: string, weight: number): CallCriterion => ({
	code,
	weight,
	name: { ar: code },
});
const criteria = [criterion("quality", 2), criterion("origin", 1)];

describe("the points of a review", () => {
	test("come to a total once every criterion has some, as the server rounds", () => {
		expect(totalOf(criteria, { quality: 8 })).toBeUndefined();
		expect(totalOf(criteria, { quality: 8, origin: 6 })).toBe(7333);
		expect(totalOf(criteria, { quality: 9, origin: 5 })).toBe(7667);
		expect(totalOf(criteria, { quality: 0, origin: 0 })).toBe(0);
		expect(totalOf([], {})).toBeUndefined();
	});
	test("are missing where nothing was chosen; nought is something", () => {
		expect(lacking(criteria, { origin: 0 })).toEqual(["quality"]);
	});
	test("are sent in the order of the criteria, without those of none", () => {
		expect(sentPoints(criteria, { origin: 3, gone: 9, quality: 7 })).toEqual([
			{ criterion: "quality", points: 7 },
			{ criterion: "origin", points: 3 },
		]);
	});
	test("are typed as they were written", () => {
		expect(typedOf({ points: [{ criterion: "quality", points: 4 }], remark: null })).toEqual({
			points: { quality: 4 },
			remark: "",
		});
	});
	test("mean what the highest anchor they reach says", () => {
		const anchors = [
			{ points: 5, meaning: { ar: "متوسط" } },
			{ points: 10, meaning: { ar: "إتقان" } },
		];
		expect(reached({ anchors }, 7)?.points).toBe(5);
		expect(reached({ anchors }, 10)?.points).toBe(10);
		expect(reached({ anchors }, 4)).toBeUndefined();
	});
});
