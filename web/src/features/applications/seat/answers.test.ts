import { expect, test } from "vitest";
import type { FollowUpQuestion } from "@/api/gen/types.gen.ts";
import { placeOf, toAnswers, unanswered } from "./answers.ts";

const questions: FollowUpQuestion[] = [
	{ code: "people", kind: "number", question: { ar: "عدد الأشخاص" }, required: true },
	{ code: "car", kind: "yes_no", question: { ar: "سيارة" } },
	{ code: "note", kind: "words", question: { ar: "ملاحظة" }, required: true },
];

test("answers are sent in the order of the questions, numbers in digits programs read", () => {
	const answers = toAnswers(questions, { note: " قرب المدخل ", people: "٣", gone: "x" });
	expect(answers).toEqual([
		{ question: "people", answer: "3" },
		{ question: "note", answer: "قرب المدخل" },
	]);
	expect(placeOf(answers, "note")).toBe(1);
	expect(placeOf(answers, "car")).toBe(-1);
});

test("what must be answered and is not is named", () => {
	expect(unanswered(questions, { people: "2", note: "  " })).toEqual(["note"]);
});
