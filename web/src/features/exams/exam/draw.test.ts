import { expect, it } from "vitest";
import { drawn } from "./draw.ts";

it("draws each thing at most once, in the order they stood", () => {
	const things = ["a", "b", "c", "d", "e"];
	for (let round = 0; round < 20; round += 1) {
		const some = drawn(things, 3);
		expect(new Set(some).size).toBe(3);
		expect(some).toEqual([...some].sort());
	}
	expect(drawn(things, 9)).toEqual(things);
	expect(drawn([], 2)).toEqual([]);
});
