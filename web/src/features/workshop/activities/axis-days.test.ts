import { expect, test } from "vitest";
import { axisDays } from "./axis-days.ts";
import { DAY } from "./timed.ts";

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / DAY;
const said = (from: string, to: string, room: number) =>
	axisDays(day(from), day(to), room).map((one) => new Date(one * DAY).toISOString().slice(0, 10));

test("an axis names Sundays, then months", () => {
	expect(said("2027-03-01", "2027-03-29", 12)).toEqual([
		"2027-03-07",
		"2027-03-14",
		"2027-03-21",
		"2027-03-28",
	]);
	expect(said("2027-01-10", "2027-06-20", 12)).toEqual([
		"2027-02-01",
		"2027-03-01",
		"2027-04-01",
		"2027-05-01",
		"2027-06-01",
	]);
});

test("a plan within one month has more than its beginning on a narrow axis, too", () => {
	expect(said("2027-03-01", "2027-03-29", 3)).toEqual(["2027-03-07", "2027-03-21"]);
});
