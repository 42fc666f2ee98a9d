import { expect, test } from "vitest";
import {
	blankStep,
	fromMeasure,
	isOtherwise,
	sharesOf,
	toMeasure,
	unreadMeasure,
} from "./measure.ts";

const names = (ar: string) => ({ ar, fr: "", en: "" });

test("a measure is given back as it came, and per cent is none", () => {
	const milestones = {
		method: "milestones" as const,
		steps: [
			{ code: "1", name: { ar: "التصميم", fr: "Dessin", en: null }, weight: 1 },
			{ code: "b", name: { ar: "النسج", fr: null, en: null }, weight: 3 },
		],
	};
	expect(toMeasure(fromMeasure(milestones))).toEqual(milestones);
	const units = { method: "units" as const, units_planned: 40, unit: "قطعة" };
	expect(toMeasure(fromMeasure(units))).toEqual(units);
	expect(toMeasure(fromMeasure({ method: "fifty_fifty" }))).toEqual({ method: "fifty_fifty" });
	expect(toMeasure(fromMeasure(null))).toBeNull();
});

test("a unit asks for its total, steps for names and weights; other methods for nothing", () => {
	const typed = fromMeasure(null);
	expect([...unreadMeasure({ ...typed, method: "zero_hundred" })]).toEqual([]);
	expect([...unreadMeasure({ ...typed, method: "units", planned: "0" })]).toEqual([
		"units_planned",
	]);
	expect([...unreadMeasure({ ...typed, method: "units", planned: "٤٠" })]).toEqual([]);
	const steps = [
		{ code: "1", names: names("النسج"), weight: "كثير" },
		{ code: "2", names: names(" "), weight: "1,5" },
	];
	expect([...unreadMeasure({ ...typed, method: "milestones", steps })]).toEqual([
		"steps/0/weight",
		"steps/1/name/ar",
	]);
});

test("weights are told as shares, and a new step takes no code that was used", () => {
	const steps = ["1", "3"].map((weight, index) => ({
		code: String(index + 4),
		names: names("x"),
		weight,
	}));
	expect(sharesOf(steps)).toEqual([25, 75]);
	expect(blankStep(steps).code).toBe("6");
});

test("a report that was written under another measure is told in per cent", () => {
	const units = { method: "units" as const, units_planned: 40, unit: "قطعة" };
	const milestones = {
		method: "milestones" as const,
		steps: [{ code: "1", name: { ar: "التصميم", fr: null, en: null }, weight: 1 }],
	};
	const said = (more: object) => ({ activity_id: "a", ...more });
	expect(isOtherwise(units, said({ percent: 25 }))).toBe(true);
	expect(isOtherwise(units, said({ percent: 25, units: 10 }))).toBe(false);
	expect(isOtherwise(milestones, said({ percent: 25, units: 10 }))).toBe(true);
	expect(isOtherwise(milestones, said({ percent: 100, steps: ["1"] }))).toBe(false);
	expect(isOtherwise(milestones, said({ percent: 0, steps: [] }))).toBe(false);
	expect(isOtherwise({ method: "fifty_fifty" }, said({ percent: 30 }))).toBe(true);
	expect(isOtherwise({ method: "fifty_fifty" }, said({ percent: 50 }))).toBe(false);
	expect(isOtherwise(null, said({ percent: 25, units: 10 }))).toBe(true);
	expect(isOtherwise(null, said({ percent: 25 }))).toBe(false);
});
