import { describe, expect, test } from "vitest";
import type { FollowUp } from "@/api/gen/types.gen.ts";
import { blank, faultsOf, fromFollowUp, newQuestion, ofKind, toInput } from "./values.ts";

const names = (ar: string) => ({ ar, fr: "", en: "" });
const choice = {
	...newQuestion([]),
	kind: "choice" as const,
	question: names("وسيلة النقل"),
	options: [
		{ code: "car", name: names("سيارة") },
		{ code: "train", name: names("قطار") },
	],
};
const typed = { dueOn: "2026-08-01", dueAt: "16h00", questions: [choice] };

describe("questions to those who are selected", () => {
	test("are sent with the hour of Algeria, and read back as they were", () => {
		const input = toInput(typed);
		expect(input.due_at).toBe("2026-08-01T15:00:00Z");
		const read = fromFollowUp({ ...input, event_id: "e", version: 1 } as FollowUp);
		expect(toInput(read)).toEqual(input);
	});
	test("say what is missing at its field", () => {
		expect(faultsOf(blank)).toEqual({});
		expect(faultsOf({ ...typed, dueAt: "noon", questions: [newQuestion([])] })).toEqual({
			"/due_at/time": "time",
			"/questions/0/question/ar": "required",
		});
		const one = { ...choice, options: [{ code: "car", name: names("") }] };
		expect(faultsOf({ ...blank, questions: [one] })).toEqual({
			"/questions/0/options": "two",
			"/questions/0/options/0/name/ar": "required",
		});
	});
	test("a choice begins with two options, which others do not send", () => {
		expect(ofKind("choice", []).options).toHaveLength(2);
		const words = { ...choice, ...ofKind("words", choice.options) };
		expect(toInput({ ...typed, questions: [words] }).questions?.[0]?.options).toEqual([]);
	});
	test("without a day there is no limit", () => {
		expect(toInput(blank)).toEqual({ due_at: null, questions: [] });
	});
});
