import { expect, test } from "vitest";
import { inFile } from "./registration-problem.ts";

test("words on the file go to the file's form, words on the applicant to the applicant", () => {
	const { problem, others } = inFile({
		title: "",
		status: 422,
		code: "validation_failed",
		errors: [
			{ pointer: "/association/name/ar", code: "required", detail: "أ" },
			{ pointer: "/applicant/email", code: "wrong_format", detail: "ب" },
		],
	});
	expect(problem.errors).toEqual([{ pointer: "/name/ar", code: "required", detail: "أ" }]);
	expect(others).toEqual({ "/applicant/email": "ب" });
});
