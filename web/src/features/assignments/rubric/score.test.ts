import { describe, expect, it } from "vitest";
import { chosenOf, differs, lacking, scoreOf, sentLevels } from "./score.ts";

const level = (id: string, points: number) => ({ id, points, name: { ar: id } });
const criteria = [
	{ id: "complete", name: { ar: "الاكتمال" }, levels: [level("fair", 60), level("good", 100)] },
	{ id: "own", name: { ar: "الواقع" }, levels: [level("weak", 0), level("good", 50)] },
];

describe("work assessed by a rubric", () => {
	it("comes to its share of the points there are, half up", () => {
		expect(scoreOf(criteria, { complete: "good", own: "good" })).toBe(10_000);
		expect(scoreOf(criteria, { complete: "fair", own: "weak" })).toBe(4000);
		expect(scoreOf(criteria, { complete: "good", own: "weak" })).toBe(6667);
	});

	it("has no score while a criterion has no level, or one that is gone", () => {
		expect(lacking(criteria, { complete: "good", own: "gone" })).toEqual(["own"]);
		expect(scoreOf(criteria, { complete: "good" })).toBeUndefined();
	});

	it("is sent in the order of the criteria, without what belongs to none", () => {
		const kept = [{ criterion: "own", level: "good" }];
		expect(sentLevels(criteria, { other: "good", own: "good", complete: "fair" })).toEqual([
			{ criterion: "complete", level: "fair" },
			{ criterion: "own", level: "good" },
		]);
		expect(chosenOf(kept)).toEqual({ own: "good" });
		expect(differs({ criteria }, kept, { own: "good" })).toBe(false);
		expect(differs({ criteria }, kept, { own: "good", complete: "good" })).toBe(true);
	});
});
