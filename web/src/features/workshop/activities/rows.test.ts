import { expect, test } from "vitest";
import {
	columnsIn,
	emptyRow,
	fromActivity,
	nextCode,
	paste,
	placeOf,
	readPredecessors,
	toActivities,
	writePredecessors,
} from "./rows.ts";

const row = (patch: object) => ({ ...emptyRow(), ...patch });

test("predecessors are read as they are written, in any digits and with Arabic commas", () => {
	const codes = new Set(["A1", "A2", "A-3"]);
	expect(readPredecessors("A1، A2 SS+٢, A-3; A1-1.5", codes)).toEqual([
		{ code: "A1" },
		{ code: "A2", type: "ss", lag_days: 2 },
		{ code: "A-3" },
		{ code: "A1", lag_days: -1.5 },
	]);
	const written = "A1, A2 SS+2, A-3, A1 FS-1.5, A2 FF+90m";
	expect(writePredecessors(readPredecessors(written, codes))).toBe(written);
	// A template that came behind has given a new activity the code "A1-2".
	const before = [{ code: "A1", lag_days: -2 }];
	expect(readPredecessors(writePredecessors(before), new Set(["A1", "A1-2"]))).toEqual([
		{ code: "A1", type: "fs", lag_days: -2 },
	]);
});

test("rows of a spreadsheet are laid over the table, with codes for new ones", () => {
	const rows = paste(
		[row({ code: "A1", name: "قديم" })],
		0,
		"name",
		"شراء\t3\tA9\r\nنسيج\t5\tA1\r\n",
	);
	expect(
		rows.map(({ code, name, duration, predecessors }) => [code, name, duration, predecessors]),
	).toEqual([
		["A1", "شراء", "3", "A9"],
		["A2", "نسيج", "5", "A1"],
	]);
});

test("names are pasted and kept in each language, beside the others", () => {
	const rows = paste(
		[row({ code: "A1", name: "نسيج" })],
		0,
		"nameFr",
		"Tissage\t4",
		columnsIn("fr"),
	);
	expect(rows[0]).toMatchObject({ name: "نسيج", nameFr: "Tissage", duration: "4" });
	expect(toActivities(rows).activities[0]?.name).toEqual({ ar: "نسيج", fr: "Tissage", en: null });
	expect(placeOf("/activities/0/name/fr")).toBe("0/nameFr");
});

test("what is no number stays in the table and is named", () => {
	const { faults } = toActivities([
		row({ code: "A1", duration: "ثلاثة" }),
		row({ code: "A2", duration: "٣", optimistic: "1", likely: "2" }),
	]);
	expect(faults).toEqual({ "0/duration": "duration", "1/pessimistic": "estimate" });
});

test("a milestone has no duration, and what the table does not show is kept", () => {
	const source = {
		id: "1",
		code: "B1",
		name: { ar: "حفل", fr: "Fête" },
		duration_minutes: 90,
		calendar: "night",
		version: 3,
	};
	const shown = fromActivity(source);
	expect(shown.duration).toBe("90m");
	expect(toActivities([shown]).activities[0]).toMatchObject({
		name: { ar: "حفل", fr: "Fête" },
		calendar: "night",
		duration_minutes: 90,
	});
	expect(toActivities([{ ...shown, milestone: true }]).activities[0]).toMatchObject({
		duration_minutes: null,
		milestone: true,
	});
});

test("the server's pointers find their cell", () => {
	expect(placeOf("/activities/3/predecessors/0")).toBe("3/predecessors");
	expect(placeOf("/activities/3/name/ar")).toBe("3/name");
	expect(placeOf("/activities/3/duration_days")).toBe("3/duration");
	expect(placeOf("/activities/3/estimate/most_likely")).toBe("3/likely");
	expect(placeOf("/activities/3")).toBe("3/code");
	expect(placeOf("/working_time/hours")).toBeUndefined();
});

test("a new code follows the last one and is not taken", () => {
	expect(nextCode([])).toBe("A1");
	expect(nextCode([row({ code: "W10" }), row({ code: "W9" })])).toBe("W11");
});
