import { expect, test } from "vitest";
import type { ProjectActivity } from "@/api/gen/types.gen.ts";
import { chanceRequest, duesOf, upTo } from "./chances.ts";

const activity = (code: string, more: Partial<ProjectActivity> = {}): ProjectActivity => ({
	code,
	name: { ar: code },
	version: 1,
	duration_days: 2,
	...more,
});

const PLAN = [
	activity("A", { estimate: { optimistic: 1, most_likely: 2, pessimistic: 5 } }),
	activity("B", { predecessors: [{ code: "A" }], deadline: "2026-12-20T17:00:00" }),
	activity("C", {
		duration_days: null,
		duration_minutes: 240,
		predecessors: [{ code: "A", type: "ss", lag_minutes: 480 }],
	}),
	activity("D", {
		milestone: true,
		duration_days: null,
		predecessors: [{ code: "B" }, { code: "C" }],
		constraint: { kind: "deadline", at: "2026-12-10" },
	}),
];

test("deadlines are told soonest first, however they were said", () => {
	expect(duesOf(PLAN)).toEqual([
		{ code: "D", day: "2026-12-10" },
		{ code: "B", day: "2026-12-20" },
	]);
});

test("the chance of an activity rests on all it waits for and nothing else", () => {
	expect(upTo(PLAN, "B").map(({ code }) => code)).toEqual(["A", "B"]);
	expect(upTo(PLAN, "D").map(({ code }) => code)).toEqual(["A", "B", "C", "D"]);
});

test("minutes are told in working days, and what has no three estimates is certain", () => {
	const { activities, links, deadlines } = chanceRequest(upTo(PLAN, "D"), 7.5, 480);
	expect(activities?.[0]).toEqual({ id: "A", optimistic: 1, most_likely: 2, pessimistic: 5 });
	expect(activities?.[2]).toEqual({ id: "C", optimistic: 0.5, most_likely: 0.5, pessimistic: 0.5 });
	expect(activities?.[3]).toMatchObject({ optimistic: 0, pessimistic: 0 });
	expect(links).toContainEqual({ from: "A", to: "C", type: "ss", lag: 1 });
	expect(links).toContainEqual({ from: "B", to: "D", lag: 0 });
	expect(deadlines).toEqual([{ duration: 7.5 }]);
});
