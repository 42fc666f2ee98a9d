import { expect, it } from "vitest";
import { type Entry, isSameReading } from "./entries.ts";

it("takes a badge that is read twice in a moment as read once", () => {
	const before: Entry = {
		id: "a",
		code: "7GK2M9QRT4",
		direction: "in",
		method: "manual",
		at: new Date(100_000).toISOString(),
	};
	expect(isSameReading(before, before.code, "in", 102_000)).toBe(true);
	expect(isSameReading(before, before.code, "out", 102_000)).toBe(false);
	expect(isSameReading(before, before.code, "in", 105_000)).toBe(false);
	expect(isSameReading(before, "0000000000", "in", 102_000)).toBe(false);
	expect(isSameReading(undefined, before.code, "in", 0)).toBe(false);
});
