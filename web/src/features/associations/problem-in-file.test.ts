import { expect, test } from "vitest";
import { inFile } from "./problem-in-file.ts";

test("words on the file go to the file's form, words on the applicant to the applicant", () => {
	const refusal = {
		title: "",
		status: 422,
		code: "invalid",
		errors: [
			{ pointer: "/association/name/ar", code: "required", detail: "أ" },
			{ pointer: "/applicant/email", code: "wrong_format", detail: "ب" },
		],
	};
	const { problem, others } = inFile(refusal, "/association");
	expect(problem.errors).toEqual([{ pointer: "/name/ar", code: "required", detail: "أ" }]);
	expect(others).toEqual({ "/applicant/email": "ب" });
});
