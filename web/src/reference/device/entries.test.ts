import { describe, expect, it } from "vitest";
import { newId } from "@/api/idempotency.ts";
import { aheadOf, momentAfter, nextBatch, pauseAfter, settle } from "./entries.ts";

const entry = (id: string, at: number) => ({ id, at: new Date(at * 1000).toISOString() });

describe("what waits to be sent", () => {
	it("has an id of its own that is a UUID", () => {
		const ids = Array.from({ length: 50 }, newId);
		for (const id of ids)
			expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(new Set(ids).size).toBe(50);
	});

	it("goes out oldest first, and never more at once than the server takes", () => {
		const many = Array.from({ length: 70 }, (_, i) => entry(`${i}`, 70 - i));
		const batch = nextBatch(many, 50);
		expect(batch).toHaveLength(50);
		expect(batch[0]?.at).toBe(many.at(-1)?.at);
	});

	it("is settled by the receipt: only what is refused is told, all else is with the server", () => {
		const batch = [entry("a", 1), entry("b", 2), entry("c", 3)];
		const receipt = {
			recorded: 1,
			repeated: 1,
			refused: [{ id: "b", reason: "no_seat" as const }],
			clock_ahead_seconds: 0,
		};
		const { taken, refused } = settle(batch, receipt);
		expect(taken.map(({ id }) => id)).toEqual(["a", "c"]);
		expect(refused).toEqual([{ ...batch[1], reason: "no_seat" }]);
	});

	it("is tried again later and later, and every two minutes at least", () => {
		expect([0, 1, 2, 3, 4].map(pauseAfter)).toEqual([30_000, 2_000, 4_000, 8_000, 16_000]);
		expect(pauseAfter(40)).toBe(120_000);
	});

	it("takes clocks that are near for equal", () => {
		expect([aheadOf(1.4), aheadOf(-1), aheadOf(7.6)]).toEqual([0, 0, 8]);
	});

	it("comes after what is known, unless a clock is far off", () => {
		const at = new Date(5_000).toISOString();
		expect(Date.parse(momentAfter(at, 4_000, 0))).toBe(5_001);
		expect(Date.parse(momentAfter(at, 9_000, 0))).toBe(9_000);
		expect(Date.parse(momentAfter(new Date(60_000).toISOString(), 4_000, 0))).toBe(4_000);
		expect(Date.parse(momentAfter(undefined, 4_000, 0))).toBe(4_000);
	});
});
