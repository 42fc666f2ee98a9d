import { expect, test } from "vitest";
import type { Note } from "@/api/gen/types.gen.ts";
import { orderBefore } from "./order.ts";

const note = (id: string, order: number, block: Note["block"] = "value"): Note => ({
	id,
	block,
	order,
	text: id,
	created_at: "2026-01-01T00:00:00Z",
	updated_at: "2026-01-01T00:00:00Z",
	version: 1,
});
const notes = [note("a", 1), note("b", 2), note("c", 5), note("x", 9, "costs")];
const x = note("x", 9, "costs");

test("a note lies between its new neighbours, before the first, or after the last", () => {
	expect(orderBefore(notes, "value", "b", x)).toBe(1.5);
	expect(orderBefore(notes, "value", "a", x)).toBe(0);
	expect(orderBefore(notes, "value", undefined, x)).toBe(6);
	expect(orderBefore(notes, "income", undefined, x)).toBe(1);
	// Its own old place does not count.
	expect(orderBefore(notes, "value", "c", note("b", 2))).toBe(3);
});
