import { expect, test } from "vitest";
import type { PortfolioItem } from "@/api/gen/types.gen.ts";
import { noConditions, saidOf, toInput, unready } from "./conditions.ts";

const item = (project_id: string): PortfolioItem => ({
	project_id,
	name: { ar: project_id },
	association_id: "a",
	association_name: { ar: "a" },
	wilaya_code: "16",
	craft_sector: "02",
	stage: "idea",
	outlay: { amount: 100, currency: "DZD" },
	npv: project_id === "unknown" ? null : { amount: 7, currency: "DZD" },
});
const items = ["one", "two", "three", "unknown"].map(item);
const conditions = {
	...noConditions(),
	rate: "١٠",
	budgets: ["1.000,50", "0"],
	parts: { one: "required", three: "out", gone: "required" },
	groups: [{ key: "g", projects: ["one", "two", "three"], atMost: null }],
	prerequisites: [
		{ key: "p", project: "two", needs: "one" },
		{ key: "q", project: "two", needs: "three" },
	],
	minimums: [
		{ key: "m", wilaya: "16", atLeast: 2 },
		{ key: "n", wilaya: null, craft: "02", atLeast: 1 },
	],
} as const;

test("what is typed becomes a choice among the projects that are there", () => {
	const dinars = (amount: number) => ({ amount, currency: "DZD" });
	expect(toInput(conditions, items)).toEqual({
		budgets: [dinars(100_050), dinars(0)],
		projects: ["one", "two", "unknown"],
		rate: 0.1,
		required: ["one"],
		exclusions: [{ projects: ["one", "two"], at_most: 1 }],
		prerequisites: [{ project: "two", requires: ["one"] }],
		minimums: [
			{ wilaya: "16", craft_sector: null, at_least: 2 },
			{ wilaya: null, craft_sector: "02", at_least: 1 },
		],
	});
});

test("the server's word on a condition finds it, also where another was not sent", () => {
	const typed = {
		...conditions,
		prerequisites: [
			{ key: "gone", project: "two", needs: "three" },
			{ key: "p", project: "two", needs: "one" },
		],
	};
	const wrong = { "/prerequisites/0/requires/0": "circle", "/minimums/1/at_least": "too many" };
	expect(saidOf(typed, items, wrong)).toEqual({ p: "circle", n: "too many" });
});

test("what is missing is named by its place", () => {
	const typed = {
		...noConditions(),
		rate: "x",
		budgets: ["", "-5", "3", "90000000000000"],
		groups: [{ key: "g", projects: ["one"], atMost: 1 }],
		prerequisites: [{ key: "p", project: "one", needs: "one" }],
		minimums: [{ key: "m", wilaya: null, atLeast: null }],
	};
	expect([...unready(typed)]).toEqual([
		"rate",
		"budgets/0",
		"budgets/1",
		"budgets/3",
		"g",
		"p",
		"m/where",
		"m/atLeast",
	]);
});
