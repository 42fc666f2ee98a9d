import { expect, test } from "vitest";
import { newCodes } from "./template-codes.ts";

const codes = (...all: string[]) => all.map((code) => ({ code }));

test("codes that the plan had taken are named with what came in their place", () => {
	const template = codes("A1", "A2", "A3");
	expect(newCodes(template, codes("A1", "A3", "A4", "A2", "A5"), 2)).toEqual([
		{ before: "A1", after: "A4" },
		{ before: "A3", after: "A5" },
	]);
	expect(newCodes(template, codes("W1", "A1", "A2", "A3"), 1)).toEqual([]);
	expect(newCodes(template, template, 0)).toEqual([]);
});
