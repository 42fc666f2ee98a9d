import { expect, it } from "vitest";
import type { Cohort, CourseSession } from "@/api/gen/types.gen.ts";
import { blank, changed, faultsOf, fromSession, toInput } from "./values.ts";

const cohort = { starts_on: "2026-12-01", place: { room: { ar: "القاعة" } } } as unknown as Cohort;
const session = {
	starts_at: "2026-12-01T08:00:00Z",
	ends_at: "2026-12-01T11:00:00Z",
	module: "clay",
	title: { ar: "الطين" },
	room: { ar: "القاعة" },
	trainers: [],
} as unknown as CourseSession;

it("does not take for its own what a session shows of its module and its cohort", () => {
	const typed = fromSession(session, cohort, { ar: "الطين" });
	expect([typed.title.ar, typed.room.ar, typed.from, typed.until]).toEqual([
		"",
		"",
		"09:00",
		"12:00",
	]);
});

it("sends what was changed alone", () => {
	const typed = fromSession(session, cohort, { ar: "الطين" });
	const [before, after] = [toInput(typed), toInput({ ...typed, until: "11:30" })];
	if (!before || !after) throw new Error("both are whole");
	expect(changed(before, before)).toEqual({});
	expect(changed(before, after)).toEqual({ ends_at: "2026-12-01T10:30:00Z" });
});

it("asks for hours and, without a module, for a title", () => {
	const typed = { ...blank(cohort), from: "", until: "25:00" };
	expect(faultsOf(typed)).toEqual({
		"/starts_at/time": "required",
		"/ends_at": "time",
		"/title/ar": "required",
	});
	expect(toInput(typed)).toBeUndefined();
});
