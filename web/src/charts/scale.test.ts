import { expect, test } from "vitest";
import { scale, ticks } from "./scale.ts";

test("ticks are round and inside the range", () => {
	expect(ticks(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100]);
	expect(ticks(-3, 9, 4)).toEqual([0, 5]);
	expect(ticks(7, 7, 4)).toEqual([7]);
});

test("a scale runs backwards for readers from right to left", () => {
	const x = scale([0, 10], [200, 0]);
	expect([x(0), x(5), x(10)]).toEqual([200, 100, 0]);
});
