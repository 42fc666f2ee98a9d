import { expect, test } from "vitest";
import type { PlanningSelection, ProjectSelectionResult } from "@/api/gen/types.gen.ts";
import { becauseOf } from "./reasons.ts";

const way = (selected: string[]): PlanningSelection => ({
	selected,
	total_value: 0,
	spent: [],
	left: [],
});
const result: ProjectSelectionResult = {
	status: "optimal",
	proof: { method: "branch_and_bound", nodes: 1, proven: true },
	by_ranking: way(["a"]),
	ranking_feasible: true,
	ranking: [],
	differences: [],
	optimum: way(["b", "c"]),
};
const input = {
	budgets: [],
	exclusions: [{ projects: ["a", "b"], at_most: 1 }],
	prerequisites: [{ project: "b", requires: ["a", "c"] }],
};

test("what is missing or in the way is named, by the way of choosing that leaves the project out", () => {
	const ranked = { project: "b", in_optimum: true };
	expect(becauseOf({ ...ranked, reason: "prerequisite_missing" }, result, input)).toEqual(["c"]);
	expect(becauseOf({ ...ranked, reason: "excluded" }, result, input)).toEqual(["a"]);
	expect(becauseOf({ ...ranked, reason: "budget_exhausted" }, result, input)).toEqual([]);
	const left = { project: "a", in_optimum: false, reason: "excluded" } as const;
	expect(becauseOf(left, result, input)).toEqual(["b"]);
});
