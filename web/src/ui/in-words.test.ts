import { expect, test } from "vitest";
import { inWords } from "./in-words.ts";

test("the code at the end of the server's sentence becomes a word, and nothing else does", () => {
	const words: Record<string, string> = { import_associations: "استيراد الجمعيات" };
	const refused = {
		title: "",
		status: 422,
		code: "invalid",
		errors: [
			{
				pointer: "/scopes/0",
				code: "not_yours",
				detail: "لا يمكنك منح هذا: \u2066import_associations\u2069.",
			},
			{ pointer: "/name", code: "required", detail: "هذا الحقل مطلوب." },
		],
	};
	let told: unknown;
	try {
		inWords((code) => words[code] ?? code)(refused);
	} catch (error) {
		told = error;
	}
	expect(told).toMatchObject({
		status: 422,
		errors: [
			{ detail: "لا يمكنك منح هذا: \u2066استيراد الجمعيات\u2069." },
			{ detail: "هذا الحقل مطلوب." },
		],
	});
});
