import { expect, test } from "vitest";
import { clockOf, instantOf, left } from "./left.ts";

const now = Date.parse("2026-06-01T08:00:00Z");

test("what is left is told in the largest unit there are two of", () => {
	expect(left("en", "2026-06-13T08:30:00Z", now)).toBe("12 days");
	expect(left("en", "2026-06-02T14:00:00Z", now)).toBe("30 hours");
	expect(left("en", "2026-06-01T09:59:59Z", now)).toBe("119 minutes");
	expect(left("fr", "2026-06-03T08:00:00Z", now)).toBe("2\u00a0jours");
	expect(left("en", "2026-06-01T07:59:59Z", now)).toBeUndefined();
	expect(left("en", "?", now)).toBeUndefined();
});

test("days and hours are those of Algeria, wherever the reader is", () => {
	expect(clockOf("2026-06-30T23:30:00Z")).toEqual({ day: "2026-07-01", time: "00:30" });
	expect(instantOf("2026-07-01", "00:30")).toBe("2026-06-30T23:30:00Z");
});
