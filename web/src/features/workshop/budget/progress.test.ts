import { expect, test } from "vitest";
import type { ProjectActivity, WorkMeasure } from "@/api/gen/types.gen.ts";
import { startOf, toProgress, unreadProgress } from "./progress.ts";

const DAY = "2026-11-20";
const activity = (measure: WorkMeasure | null, more: object = {}): ProjectActivity => ({
	id: "1",
	code: "A1",
	name: { ar: "نسيج" },
	version: 1,
	measure,
	...more,
});
const step = (code: string) => ({ code, name: { ar: code }, weight: 1 });
const steps = activity({ method: "milestones", steps: [step("1"), step("2")] });

test("nothing said is nothing reported, whatever the measure", () => {
	for (const one of [
		activity(null),
		activity({ method: "units", units_planned: 40 }),
		steps,
		activity({ method: "fifty_fifty" }),
	]) {
		const last = { activity_id: "1", percent: 50, steps: ["1"] };
		const typed = startOf(one, DAY, undefined, last);
		expect(toProgress(one, typed, typed, undefined)).toBeUndefined();
	}
});

test("each measure reports its own member, and none of another", () => {
	const units = activity({ method: "units", units_planned: 40 });
	const typed = { ...startOf(units, DAY, undefined, undefined), units: "١٢", percent: "3" };
	expect(toProgress(units, typed, typed, undefined)).toEqual({ activity_id: "1", units: 12 });

	const last = { activity_id: "1", percent: 50, steps: ["1", "gone"] };
	const before = startOf(steps, DAY, undefined, last);
	expect(before.steps).toEqual(["1"]);
	expect(toProgress(steps, { ...before, steps: ["1", "2"] }, before, undefined)).toEqual({
		activity_id: "1",
		steps: ["1", "2"],
	});

	const fixed = activity({ method: "zero_hundred" }, { actual_start: "2026-11-02T08:00" });
	const begun = startOf(fixed, DAY, undefined, undefined);
	expect(toProgress(fixed, { ...begun, state: "done" }, begun, undefined)).toEqual({
		activity_id: "1",
		actual_start: "2026-11-02",
		actual_finish: DAY,
	});
	expect(toProgress(fixed, { ...begun, state: "none" }, begun, undefined)).toEqual({
		activity_id: "1",
	});
});

test("a report that is corrected keeps what it said, with its dates", () => {
	const had = { activity_id: "1", percent: 50, steps: ["2"], actual_start: "2026-11-03" };
	const before = startOf(steps, DAY, had, undefined);
	expect(toProgress(steps, before, before, had)).toEqual({
		activity_id: "1",
		steps: ["2"],
		actual_start: "2026-11-03",
	});
	const fixed = activity({ method: "fifty_fifty" });
	expect(startOf(fixed, DAY, had, undefined)).toMatchObject({
		state: "begun",
		start: "2026-11-03",
	});
});

test("what cannot be read is named; units that were reported stay asked for", () => {
	const units = activity({ method: "units", units_planned: 40 });
	const typed = startOf(units, DAY, undefined, undefined);
	expect(unreadProgress(units, typed, false)).toBeUndefined();
	expect(unreadProgress(units, typed, true)).toBe("units");
	expect(unreadProgress(activity(null), { ...typed, percent: "نصف" }, false)).toBe("percent");
	const fixed = activity({ method: "fifty_fifty" });
	expect(unreadProgress(fixed, { ...typed, state: "done", finish: "2026-" }, false)).toBe("finish");
});
