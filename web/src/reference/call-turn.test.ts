import { expect, test } from "vitest";
import { untilTurn } from "./call-turn.ts";

const call = { opens_at: "2026-06-01T08:00:00Z", closes_at: "2026-06-02T08:00:00Z" };
const at = (time: string) => Date.parse(time);

test("a call is read again when it opens and when it closes, if that is today", () => {
	const upcoming = { ...call, state: "upcoming" as const };
	const open = { ...call, state: "open" as const };
	expect(untilTurn(upcoming, at("2026-06-01T07:59:00Z"))).toBe(61_500);
	expect(untilTurn(upcoming, at("2026-05-30T08:00:00Z"))).toBe(false);
	expect(untilTurn(open, at("2026-06-02T07:59:59Z"))).toBe(2500);
	// Read just before, looked at just after.
	expect(untilTurn(open, at("2026-06-02T08:00:01Z"))).toBe(5000);
	// A clock that runs ahead does not ask over and over.
	expect(untilTurn(open, at("2026-06-02T09:00:00Z"))).toBe(false);
	expect(untilTurn({ ...call, state: "closed" }, at("2026-06-01T09:00:00Z"))).toBe(false);
	expect(untilTurn(null)).toBe(false);
});
