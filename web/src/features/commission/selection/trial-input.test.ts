import { expect, test } from "vitest";
import type { Call } from "@/api/gen/types.gen.ts";
import { placeOf, toTrial, typedOf } from "./trial-input.ts";

const call = {
	capacity: 5,
	least_points: null,
	quotas: [
		{ code: "women", name: { ar: "النساء" }, seats: 2, for: { women_led: true } },
		{ code: "border", name: { ar: "الحدود" }, seats: 1, for: { border_or_isolated: true } },
	],
} as Call;

test("other numbers start from those of the call", () => {
	expect(typedOf(call)).toEqual({
		capacity: 5,
		leastPoints: null,
		seats: { women: 2, border: 1 },
	});
});

test("a quota without seats is left out, and keeps the others at their place", () => {
	const input = toTrial(call, { capacity: 4, leastPoints: 6, seats: { women: 0, border: 3 } });
	expect(input).toEqual({
		capacity: 4,
		least_points: 6,
		quotas: [{ ...call.quotas?.[1], seats: 3 }],
	});
	expect(placeOf(input, "border")).toBe(0);
	expect(placeOf(input, "women")).toBe(-1);
});
