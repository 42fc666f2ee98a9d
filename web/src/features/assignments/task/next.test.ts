import { describe, expect, it } from "vitest";
import type { SubmissionStatus, SubmissionSummary } from "@/api/gen/types.gen.ts";
import { isOpen, nextToRead, standingOf } from "./next.ts";

const row = (id: string, status: SubmissionStatus | null, day: number): SubmissionSummary => ({
	id,
	status,
	handed_in_at: `2026-12-0${day}T08:00:00Z`,
	enrolment_id: id,
	participant_name: id,
	association_id: id,
	association_name: { ar: id },
	late: false,
});

describe("the work of participants", () => {
	const rows = [
		row("a", "accepted", 1),
		row("b", "handed_in", 5),
		row("c", "handed_in", 3),
		row("d", "returned", 2),
	];

	it("is read in the order in which it came", () => {
		expect(nextToRead(rows)?.id).toBe("c");
		expect(nextToRead(rows, "c")?.id).toBe("b");
		expect(nextToRead([row("a", "returned", 1)])).toBeUndefined();
	});

	it("can be handed in until it was decided on", () => {
		expect(rows.filter(isOpen).map(({ id }) => id)).toEqual(["b", "c", "d"]);
		expect(isOpen({ status: null })).toBe(true);
		expect(standingOf({ status: null })).toBe("none");
	});
});
