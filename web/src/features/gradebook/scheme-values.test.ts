import { describe, expect, it } from "vitest";
import type { GradeScheme } from "@/api/gen/types.gen.ts";
import { faultsOf, fromScheme, hundredths, sentKeys, toInput } from "./scheme-values.ts";

const scheme: GradeScheme = {
	cohort_id: "c",
	usual: false,
	editable: true,
	certified: false,
	version: 2,
	parts: [
		{ source: "assignment", assignment_id: "a", weight: 3 },
		{ source: "attendance", weight: 0 },
	],
	certificate: { least_attendance: 8050, assignments_accepted: { at_least: 1 } },
};
const assignments = [
	{ id: "a", peer_reviews: 2 },
	{ id: "b", peer_reviews: 0 },
];

describe("a scheme as it is typed", () => {
	it("offers all that can be part of a grade behind what is", () => {
		const typed = fromScheme(scheme, assignments);
		expect(typed.parts.map(({ source, assignment }) => [source, assignment])).toEqual([
			["assignment", "a"],
			["attendance", null],
			["test_before", null],
			["test_after", null],
			["assignment", "b"],
			["peer_review", "a"],
		]);
		expect(sentKeys(typed)).toEqual(["assignment:a", "attendance"]);
		expect(typed).toMatchObject({ attendance: "80,5", grade: "", accepted: "some", atLeast: 1 });
	});

	it("is sent as it came where nothing was typed", () => {
		const sent = toInput(fromScheme(scheme, assignments));
		expect(sent.parts).toEqual([
			{ source: "assignment", assignment_id: "a", weight: 3, least_reviews: null },
			{ source: "attendance", assignment_id: null, weight: 0, least_reviews: null },
		]);
		expect(sent.certificate).toEqual({
			least_attendance: 8050,
			least_test_after: null,
			least_grade: null,
			assignments_accepted: { at_least: 1 },
			evaluation: false,
		});
	});

	it("reads shares in any digits, and says what is none", () => {
		expect([hundredths("٨٠٫٥"), hundredths(" 100 "), hundredths("")]).toEqual([8050, 10_000, null]);
		expect(hundredths("101")).toBeNaN();
		const typed = fromScheme(scheme, assignments);
		const wrong = { ...typed, parts: [], grade: "x", atLeast: null };
		expect(faultsOf(wrong)).toEqual({
			"/parts": "noParts",
			"/certificate/least_grade": "hundred",
			"/certificate/assignments_accepted": "required",
		});
	});
});
