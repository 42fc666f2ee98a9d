import { describe, expect, it } from "vitest";
import { blankQuestion, fromQuestion, questionFaults, toQuestion, withRight } from "./values.ts";

const ar = (text: string) => ({ ar: text, fr: "", en: "" });
const single = () => ({
	...blankQuestion("course"),
	text: ar("سؤال"),
	choices: [
		{ id: "a", text: ar("نعم"), right: true },
		{ id: "b", text: ar("لا"), right: false },
	],
});

describe("what is written of a question", () => {
	it("asks for a text, choices and one that is right", () => {
		expect(questionFaults(blankQuestion(null))).toEqual({
			"/course_id": "required",
			"/text/ar": "required",
			"/choices/0/text/ar": "required",
			"/choices/1/text/ar": "required",
			"/correct": "right",
		});
		expect(questionFaults(single())).toEqual({});
		const many = { ...single(), kind: "multiple" as const };
		const both = { ...many, choices: withRight(many, "b", true) };
		expect(questionFaults(both)).toEqual({});
		expect(questionFaults({ ...both, kind: "single" })).toEqual({ "/correct": "oneRight" });
	});

	it("has one right choice of a single question", () => {
		const { choices } = single();
		expect(withRight(single(), "b", true).map(({ right }) => right)).toEqual([false, true]);
		expect(withRight({ kind: "multiple", choices }, "b", true).every((one) => one.right)).toBe(
			true,
		);
	});

	it("sends of each kind what it has", () => {
		const typed = { ...single(), value: "12,5", tolerance: "0.5", points: "1.5" };
		expect(toQuestion(typed)).toMatchObject({ correct: ["a"], value: null, points: 150 });
		expect(toQuestion({ ...typed, kind: "numeric" })).toMatchObject({
			choices: [],
			correct: [],
			value: 12_500,
			tolerance: 500,
		});
		expect(toQuestion({ ...typed, kind: "ordering", keepOrder: true })).toMatchObject({
			correct: [],
			keep_order: false,
			choices: [{ id: "a" }, { id: "b" }],
		});
	});

	it("says what is no number", () => {
		const numeric = { ...single(), kind: "numeric" as const, value: "x", tolerance: "-1" };
		expect(questionFaults({ ...numeric, points: "0.001" })).toEqual({
			"/value": "number",
			"/tolerance": "number",
			"/points": "points",
		});
	});

	it("is typed again as it was sent", () => {
		const sent = toQuestion(single());
		const again = fromQuestion({
			...sent,
			id: "id",
			status: "active",
			shared: true,
			editable: true,
			created_at: "",
			updated_at: "",
			version: 1,
		});
		expect(toQuestion(again)).toEqual(sent);
	});
});
