import { expect, test } from "vitest";
import { leaning } from "./calibration.ts";

test("a reviewer is told to be generous or strict by what others gave the same applications", () => {
	expect(leaning({ compared: 0, mean: 7000, difference: null })).toBe("none");
	expect(leaning({ compared: 3, difference: 249 })).toBe("even");
	expect(leaning({ compared: 3, difference: -250 })).toBe("strict");
	expect(leaning({ compared: 1, difference: 1200 })).toBe("generous");
});
