import { expect, test } from "vitest";
import type { PortfolioItem, SelectionAnswer } from "@/api/gen/types.gen.ts";
import { compare } from "./compare.ts";

const item = (project_id: string, npv: number): PortfolioItem => ({
	project_id,
	name: { ar: project_id },
	association_id: "a",
	association_name: { ar: "a" },
	wilaya_code: "16",
	craft_sector: null,
	stage: "idea",
	outlay: { amount: 1, currency: "DZD" },
	npv: { amount: npv, currency: "DZD" },
});
const answer = (projects: PortfolioItem[], selected: string[]): SelectionAnswer => ({
	projects,
	result: {
		status: "optimal",
		optimum: { selected, total_value: 0, spent: [], left: [] },
		proof: { proven: true, nodes: 1, method: "branch_and_bound", root_bound: 0 },
		by_ranking: { selected: [], total_value: 0, spent: [], left: [] },
		ranking_feasible: true,
		ranking: [],
		differences: [],
	} as unknown as NonNullable<SelectionAnswer["result"]>,
});

test("what has changed since a choice was kept comes first, with both values", () => {
	const then = answer(
		[item("stays", 5), item("out", 1), item("sold", 9), item("worse", 4)],
		["stays", "sold", "worse"],
	);
	const now = answer(
		[item("stays", 6), item("out", 7), item("worse", 2), item("late", 1)],
		["stays", "out"],
	);
	const lines = compare(then, now);
	expect(lines.map((line) => [line.item.project_id, line.change, line.values])).toEqual([
		["out", "joins", [1, 7]],
		["worse", "leaves", [4, 2]],
		["sold", "gone", [9, null]],
		["late", "new", [null, 1]],
		["stays", "same", [5, 6]],
	]);
	expect(lines[2]?.chosen).toEqual([true, undefined]);
});

test("nothing to choose among is no choice", () => {
	const none: SelectionAnswer = { projects: [], result: null };
	expect(compare(none, none)).toEqual([]);
	expect(compare(answer([item("one", 1)], ["one"]), none)[0]?.change).toBe("gone");
});
