import { describe, expect, it } from "vitest";
import {
	type Entry,
	isSameReading,
	MOST,
	newId,
	nextBatch,
	pauseAfter,
	settle,
} from "./entries.ts";

const entry = (id: string, at: number, more: Partial<Entry> = {}): Entry => ({
	id,
	code: "7GK2M9QRT4",
	direction: "in",
	method: "manual",
	at: new Date(at * 1000).toISOString(),
	...more,
});

describe("what waits to be sent", () => {
	it("has an id of its own that is a UUID", () => {
		const ids = Array.from({ length: 50 }, newId);
		for (const id of ids)
			expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(new Set(ids).size).toBe(50);
	});

	it("goes out oldest first, and never more at once than the server takes", () => {
		const many = Array.from({ length: MOST + 20 }, (_, i) => entry(`${i}`, MOST + 20 - i));
		const batch = nextBatch(many);
		expect(batch).toHaveLength(MOST);
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

	it("takes a badge that is read twice in a moment as read once", () => {
		const before = entry("a", 100);
		expect(isSameReading(before, before.code, "in", 102_000)).toBe(true);
		expect(isSameReading(before, before.code, "out", 102_000)).toBe(false);
		expect(isSameReading(before, before.code, "in", 105_000)).toBe(false);
		expect(isSameReading(before, "0000000000", "in", 102_000)).toBe(false);
		expect(isSameReading(undefined, before.code, "in", 0)).toBe(false);
	});
});
