import { describe, expect, it } from "vitest";
import type { PieceItem, SubmissionComment } from "@/api/gen/types.gen.ts";
import { groupsOf, keyOf, placed, placeOf } from "./places.ts";

const item = (kind: PieceItem["kind"], id: string | null, group: string): PieceItem => ({
	kind,
	id,
	group,
	text: { ar: group },
});
const comment = (text: string, place: SubmissionComment["place"]): SubmissionComment => ({
	id: text,
	at: "2026-12-01T08:00:00Z",
	number: 1,
	role: "trainer",
	place,
	text,
});

describe("what was handed in", () => {
	it("is read by blocks; activities stand together whatever their codes", () => {
		const items = [
			item("note", "1", "value"),
			item("note", "2", "costs"),
			item("note", "3", "value"),
			item("activity", "4", "A"),
			item("activity", "5", "B"),
		];
		expect(groupsOf(items).map(({ items: some }) => some.map(({ id }) => id))).toEqual([
			["1", "3"],
			["2"],
			["4", "5"],
		]);
	});

	it("has its comments at their places, and those on what is gone beside it", () => {
		const note = item("note", "1", "value");
		const flow = item("cash_flow", null, "");
		const { at, gone } = placed(
			[
				comment("whole", { kind: "submission" }),
				comment("here", { kind: "note", id: "1" }),
				comment("there", { kind: "note", id: "9" }),
			],
			[note, flow],
		);
		expect(at.get("")?.map(({ text }) => text)).toEqual(["whole"]);
		expect(at.get(keyOf(placeOf(note)))?.map(({ text }) => text)).toEqual(["here"]);
		expect(gone.map(({ text }) => text)).toEqual(["there"]);
		expect(placeOf(flow)).toBeUndefined();
	});
});
