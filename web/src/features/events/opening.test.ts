import { expect, test } from "vitest";
import { byDayOf, spanOf } from "./opening.ts";

const hours = [
	{ opens: "21:00", closes: "02:00" },
	{ opens: "09:00", closes: "12:00" },
	{ on: "2026-12-18", opens: "14:00", closes: "18:00" },
];

test("two openings of a day stand together, in the order of the day", () => {
	const told = byDayOf(hours).map(([on, those]) => [on, those.map((one) => one.opens)]);
	expect(told).toEqual([
		[null, ["09:00", "21:00"]],
		["2026-12-18", ["14:00"]],
	]);
});

test("a day lasts from its first opening to its last closing, past midnight too", () => {
	expect(spanOf({ hours }, "2026-12-17")).toEqual({
		opens: "2026-12-17T09:00",
		closes: "2026-12-18T02:00",
	});
	expect(spanOf({ hours }, "2026-12-18")).toEqual({
		opens: "2026-12-18T14:00",
		closes: "2026-12-18T18:00",
	});
	expect(spanOf({ hours: [] }, "2026-12-18")).toBeUndefined();
});
