import { describe, expect, it } from "vitest";
import { blank, missing, toSend } from "./answer.ts";

const marks = { aims: 4, content: 5, trainers: 5, practice: 3, organisation: 2 };

describe("what a participant hands in", () => {
	it("at the end is every question and whether they would recommend it", () => {
		const typed = { ...blank(), marks: { ...marks, practice: undefined }, comment: " أطول " };
		expect([...missing(typed, "end", ["partners"])]).toEqual([
			"/judgement/practice",
			"/judgement/would_recommend",
		]);
		expect(toSend(typed, "end", [])).toBeUndefined();
		expect(toSend({ ...typed, marks, recommends: false }, "end", ["partners"])).toEqual({
			round: "end",
			judgement: { ...marks, would_recommend: false },
			comment: "أطول",
		});
	});

	it("after six months is each tool of the course, with what was begun and signed, be it nothing", () => {
		const tools = ["earned_value", "partners"] as const;
		const typed = { ...blank(), tools: { partners: "never" as const }, projects: 0 };
		expect([...missing(typed, "after_6_months", tools)]).toEqual([
			"/course_use/tools/0",
			"/course_use/partnerships_signed",
		]);
		const whole = {
			...typed,
			tools: { ...typed.tools, earned_value: "regularly" as const },
			partnerships: 0,
		};
		expect(toSend(whole, "after_6_months", tools)).toEqual({
			round: "after_6_months",
			course_use: {
				tools: [
					{ tool: "earned_value", frequency: "regularly" },
					{ tool: "partners", frequency: "never" },
				],
				projects_begun: 0,
				partnerships_signed: 0,
			},
			comment: null,
		});
	});

	it("of a course without tools is only what was begun and signed", () => {
		const typed = { ...blank(), projects: 1, partnerships: 2 };
		expect(missing(typed, "after_6_months", []).size).toBe(0);
		expect(toSend(typed, "after_6_months", [])?.course_use?.tools).toEqual([]);
	});
});
