import { describe, expect, it } from "vitest";
import { readThousandths, typedThousandths } from "./numbers.ts";

describe("numbers of answers", () => {
	it.each([
		["12", 12_000],
		["١٢٫٥", 12_500],
		["12,5", 12_500],
		["12.505", 12_505],
		["-0,25", -250],
		["1.234.567", 1_234_567_000],
		["1.234,5", 1_234_500],
		["1,234.5", 1_234_500],
		["1 200", 1_200_000],
		["0", 0],
		["-0", 0],
	])("reads %s", (typed, value) => expect(readThousandths(typed)).toBe(value));

	it.each(["", "twelve", "1,2,3", "12.3456", "1234567890123"])("does not read %s", (typed) =>
		expect(readThousandths(typed)).toBeNull(),
	);

	it("writes what it reads", () => {
		expect(typedThousandths(12_500)).toBe("12.5");
		expect(readThousandths(typedThousandths(-1))).toBe(-1);
		expect(typedThousandths(null)).toBe("");
	});
});
