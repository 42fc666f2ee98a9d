import { expect, test } from "vitest";
import { fromLimits, limitsOf, toLimits, unreadLimits } from "./limits.ts";

test("a limit that was not touched keeps its hour, one that was moved is a day", () => {
	const before = limitsOf({
		constraint: { kind: "must_start_on", at: "2026-12-06T13:00" },
		deadline: "2027-01-20T12:00",
		note: null,
	});
	const typed = fromLimits(before);
	expect(typed).toEqual({
		kind: "must_start_on",
		at: "2026-12-06",
		deadline: "2027-01-20",
		note: "",
	});
	expect(toLimits(typed, before)).toEqual(before);
	expect(toLimits({ ...typed, at: "2026-12-08", deadline: null, note: " x " }, before)).toEqual({
		constraint: { kind: "must_start_on", at: "2026-12-08" },
		deadline: null,
		note: "x",
	});
});

test("a deadline among the constraints is a deadline, and minutes from the start stay what they are", () => {
	const told = limitsOf({ constraint: { kind: "deadline", at: "2027-01-20" } });
	expect(toLimits(fromLimits(told), told)).toEqual({
		constraint: null,
		deadline: "2027-01-20",
		note: null,
	});
	const counted = limitsOf({ constraint: { kind: "must_start_on", offset_minutes: 960 } });
	expect(unreadLimits(fromLimits(counted), counted).size).toBe(0);
	expect(toLimits(fromLimits(counted), counted)).toEqual(counted);
});

test("a limit without its day does not leave, one as late as possible has none", () => {
	const none = limitsOf(null);
	const typed = { ...fromLimits(none), kind: "must_finish_on" as const };
	expect([...unreadLimits(typed, none)]).toEqual(["at"]);
	expect([...unreadLimits({ ...typed, at: "2026-12-", deadline: "2026--4" }, none)]).toEqual([
		"at",
		"deadline",
	]);
	const late = { ...typed, kind: "as_late_as_possible" as const, at: "2026-12-06" };
	expect(unreadLimits(late, none).size).toBe(0);
	expect(toLimits(late, none).constraint).toEqual({ kind: "as_late_as_possible" });
});
