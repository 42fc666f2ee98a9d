import { describe, expect, test } from "vitest";
import { agenda, dayAfterKey, monthGrid, reach, weeksOf } from "./month-grid.ts";

const event = (id: string, starts_on: string, ends_on = starts_on) => ({ id, starts_on, ends_on });

describe("the weeks of a month", () => {
	test("run from Sunday to Saturday and hold every day of it", () => {
		const weeks = weeksOf("2026-12");
		expect(weeks).toHaveLength(5);
		expect(weeks[0]?.[0]).toBe("2026-11-29");
		expect(weeks.at(-1)?.[6]).toBe("2027-01-02");
		expect(reach("2026-12")).toEqual({ from: "2026-11-29", until: "2027-01-02" });
	});
	test("a February that begins on a Sunday has four", () => {
		expect(weeksOf("2026-02")).toHaveLength(4);
		expect(weeksOf("2026-08")).toHaveLength(6);
	});
});

describe("events over several days", () => {
	test("are one bar in each week they reach", () => {
		const weeks = monthGrid("2026-12", [event("salon", "2026-12-17", "2026-12-24")], 3);
		const bars = weeks.flatMap((week) => week.bars);
		expect(bars.map(({ column, span, before, after }) => [column, span, before, after])).toEqual([
			[4, 3, false, true],
			[0, 5, true, false],
		]);
		expect(bars.reduce((days, bar) => days + bar.span, 0)).toBe(8);
	});
	test("go over the edge of the month on both sides", () => {
		const [first] = monthGrid("2026-12", [event("long", "2026-11-01", "2027-02-28")], 3);
		expect(first?.bars[0]).toMatchObject({ column: 0, span: 7, before: true, after: true });
	});
	test("take the first free line, the longer one above", () => {
		const [, week] = monthGrid(
			"2026-12",
			[
				event("day", "2026-12-06"),
				event("week", "2026-12-06", "2026-12-09"),
				event("next", "2026-12-07", "2026-12-08"),
			],
			3,
		);
		expect(week?.bars.map(({ event: { id }, lane }) => [id, lane])).toEqual([
			["week", 0],
			["day", 1],
			["next", 1],
		]);
		expect(week?.lanes).toBe(2);
	});
	test("without a line are counted on each of their days", () => {
		const many = ["a", "b", "c"].map((id) => event(id, "2026-12-07", "2026-12-08"));
		const [, week] = monthGrid("2026-12", many, 2);
		expect(week?.bars).toHaveLength(2);
		expect(week?.hidden).toEqual([0, 1, 1, 0, 0, 0, 0]);
	});
});

test("the list by day begins with what is already open", () => {
	const days = agenda("2026-12", [
		event("late", "2026-12-30", "2027-01-04"),
		event("open", "2026-11-20", "2026-12-03"),
		event("past", "2026-11-20", "2026-11-30"),
	]);
	expect(days.map(([day, [first]]) => [day, first?.id])).toEqual([
		["2026-12-01", "open"],
		["2026-12-30", "late"],
	]);
});

describe("keys in the grid", () => {
	test("time runs in the reading direction", () => {
		expect(dayAfterKey("2026-12-17", "ArrowLeft", true)).toBe("2026-12-18");
		expect(dayAfterKey("2026-12-17", "ArrowLeft", false)).toBe("2026-12-16");
		expect(dayAfterKey("2026-12-17", "ArrowRight", true)).toBe("2026-12-16");
		expect(dayAfterKey("2026-12-17", "ArrowRight", false)).toBe("2026-12-18");
	});
	test("lead to weeks, their ends and other months", () => {
		expect(dayAfterKey("2026-12-17", "ArrowDown", true)).toBe("2026-12-24");
		expect(dayAfterKey("2026-12-31", "ArrowDown", true)).toBe("2027-01-07");
		expect(dayAfterKey("2026-12-17", "Home", true)).toBe("2026-12-13");
		expect(dayAfterKey("2026-12-17", "End", true)).toBe("2026-12-19");
		expect(dayAfterKey("2027-01-31", "PageDown", true)).toBe("2027-02-28");
		expect(dayAfterKey("2027-03-31", "PageUp", true)).toBe("2027-02-28");
		expect(dayAfterKey("2026-12-17", "a", true)).toBeUndefined();
	});
});
