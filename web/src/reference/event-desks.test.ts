import { expect, test } from "vitest";
import { desksOf } from "./event-desks.tsx";

test("an awareness day has no places for stands, and readers none that is its organisers’ alone", () => {
	expect(desksOf("salon", true)).toHaveLength(8);
	expect(desksOf("awareness_day", true)).not.toContain("stands");
	expect(desksOf("awareness_day", true)).not.toContain("plan");
	const readers = ["applications", "commission", "selection", "seats", "stands", "checkIn"];
	expect(desksOf("salon", false)).toEqual(readers);
	// What a device keeps from before says no kind.
	expect(desksOf(undefined, true)).toHaveLength(8);
});
