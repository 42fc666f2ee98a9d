import { expect, test } from "vitest";
import { becauseOf } from "./reasons.ts";

const ranked = (id: string, selected_by_ranking: boolean, rank: number) => ({
	id,
	rank,
	selected_by_ranking,
	selected_by_optimum: false,
});
const result = {
	ranking: [ranked("a", true, 1), ranked("b", false, 2), ranked("c", true, 3)],
};
const input = {
	budgets: [],
	exclusions: [{ projects: ["a", "b", "c"], at_most: 1 }],
	prerequisites: [{ project: "b", requires: ["a", "c"] }],
};

test("what was missing or in the way when a project's turn came is named", () => {
	const missed = { project: "b", in_optimum: true };
	expect(becauseOf({ ...missed, reason: "prerequisite_missing" }, result, input)).toEqual(["c"]);
	expect(becauseOf({ ...missed, reason: "excluded" }, result, input)).toEqual(["a"]);
	expect(becauseOf({ ...missed, reason: "budget_exhausted" }, result, input)).toEqual([]);
});
