import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysFrom, isWeekend, today, weekdayOf } from "./days.ts";

describe("days as text", () => {
	test("are counted over months, years and leap days", () => {
		expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
		expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
		expect(daysFrom("2026-12-17", "2026-12-24")).toBe(7);
		expect(daysFrom("2027-01-05", "2026-12-31")).toBe(-5);
	});
	test("months roll over the year", () => {
		expect(addMonths("2026-12", 1)).toBe("2027-01");
		expect(addMonths("2026-01", -1)).toBe("2025-12");
	});
	test("Friday and Saturday are the weekend", () => {
		expect(weekdayOf("2026-11-29")).toBe(0);
		expect(["2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"].map(isWeekend)).toEqual([
			false,
			true,
			true,
			false,
		]);
	});
	test("today is that of Algiers", () => {
		expect(today(new Date("2026-11-29T23:30:00Z"))).toBe("2026-11-30");
	});
});
