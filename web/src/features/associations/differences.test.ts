import { describe, expect, test } from "vitest";
import { differences, mergePatch } from "./differences.ts";

const before = {
	name: { ar: "جمعية", fr: null },
	territory: ["16"],
	contacts: [{ kind: "phone", value: "+213550123456" }],
	receipt: null,
};

describe("two versions of a file", () => {
	test("a file does not differ from itself, nor null from what is absent", () => {
		expect(differences(before, structuredClone(before))).toEqual([]);
		expect(differences({ fr: null }, {})).toEqual([]);
		expect(differences({ list: [] }, {})).toEqual([]);
	});
	test("fields are named by their pointers, lists as a whole", () => {
		const after = {
			...before,
			name: { ar: "جمعية", fr: "Association" },
			territory: ["16", "09"],
		};
		expect(differences(before, after)).toEqual([
			{ pointer: "/name/fr", before: null, after: "Association" },
			{ pointer: "/territory", before: ["16"], after: ["16", "09"] },
		]);
	});
	test("the merge patch holds what changed and nothing else", () => {
		const after = { ...before, name: { ar: "الجمعية", fr: null }, receipt: { number: "4/2019" } };
		expect(mergePatch(before, after)).toEqual({
			name: { ar: "الجمعية" },
			receipt: { number: "4/2019" },
		});
		expect(mergePatch(after, before)).toEqual({ name: { ar: "جمعية" }, receipt: null });
	});
});
