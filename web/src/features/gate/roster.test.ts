import { describe, expect, it } from "vitest";
import type { EventBadge } from "@/api/gen/types.gen.ts";
import type { Entry } from "./entries.ts";
import {
	absentees,
	afterEntries,
	countsOf,
	dayOf,
	isForgotten,
	momentOf,
	season,
	withEntries,
} from "./roster.ts";

const at = (second: number) => new Date(second * 1000).toISOString();
const badge = (code: string, more: Partial<EventBadge> = {}): EventBadge => ({
	code,
	application_id: "application-1",
	exhibitor: 0,
	name: "نادية حدّاد",
	association_id: "association-1",
	association_name: { ar: "جمعية الخزف", fr: "Association de céramique" },
	number: 1,
	status: "confirmed",
	stand: "A-12",
	inside: false,
	first_in_at: null,
	last_at: null,
	...more,
});
const entry = (id: string, direction: Entry["direction"], second: number): Entry => ({
	id,
	code: "7GK2M9QRT4",
	direction,
	method: "qr",
	at: at(second),
});

/** Every order of some things. */
function orders<T>(things: readonly T[]): T[][] {
	const [first, ...rest] = things;
	if (first === undefined) return [[]];
	return orders(rest).flatMap((order) =>
		Array.from({ length: order.length + 1 }, (_, place) => order.toSpliced(place, 0, first)),
	);
}

describe("the roster with what waits to be sent", () => {
	it("does not depend on the order of entries; of two at the same moment the larger id counts", () => {
		const entries = [
			entry("1", "in", 10),
			entry("2", "out", 40),
			entry("3", "in", 40),
			entry("4", "in", 30),
			entry("5", "out", 20),
		];
		const all = orders(entries);
		expect(all).toHaveLength(120);
		for (const order of all) {
			const after = afterEntries(badge("7GK2M9QRT4"), order, 0);
			expect(after).toMatchObject({ inside: true, first_in_at: at(10), last_at: at(40) });
		}
	});

	it("lets the server's news stand against what happened before them", () => {
		const gone = badge("7GK2M9QRT4", { first_in_at: at(20), last_at: at(50) });
		const after = afterEntries(gone, [entry("1", "in", 30)], 0);
		expect(after).toMatchObject({ inside: false, first_in_at: at(20), last_at: at(50) });
		expect(afterEntries(gone, [entry("1", "in", 10)], 0).first_in_at).toBe(at(10));
	});

	it("sets a wrong clock right", () => {
		const gone = badge("7GK2M9QRT4", { first_in_at: at(20_000), last_at: at(50_000) });
		const slow = [entry("1", "in", 50_100 - 7 * 3600)];
		expect(afterEntries(gone, slow, 0).inside).toBe(false);
		expect(afterEntries(gone, slow, -7 * 3600)).toMatchObject({
			inside: true,
			last_at: at(50_100),
		});
	});

	it("puts whoever stands before the device after all that is known of them", () => {
		const seen = badge("7GK2M9QRT4", { inside: true, last_at: at(100) });
		expect(momentOf(seen, 105_000, 0)).toBe(at(105));
		expect(Date.parse(momentOf(seen, 98_000, 0))).toBe(100_001);
		expect(Date.parse(momentOf(seen, 98_000 + 3600_000, 3600))).toBe(100_001 + 3600_000);
		expect(momentOf(seen, 10_000, 0)).toBe(at(10));
		expect(momentOf(undefined, 10_000, 0)).toBe(at(10));
	});

	it("is the same after the same entries twice", () => {
		const entries = [entry("1", "in", 10), entry("2", "out", 20)];
		const once = withEntries([badge("7GK2M9QRT4"), badge("0000000000")], entries, 0);
		expect(withEntries(once, entries, 0)).toEqual(once);
		expect(once[1]).toEqual(badge("0000000000"));
	});
});

describe("the days of the event", () => {
	const roster = {
		event: "e",
		account: "a",
		name: { ar: "معرض" },
		starts_on: "2026-11-20",
		ends_on: "2026-11-22",
		badges: [],
		days: [],
		read_at: at(0),
		synced_at: at(0),
		ahead: 0,
		records: true,
	};

	it("begin with the eve, and end with the last day", () => {
		const days = ["2026-11-18", "2026-11-19", "2026-11-22", "2026-11-23"];
		expect(days.map((day) => season(roster, day))).toEqual(["early", "now", "now", "over"]);
	});

	it("last as long as the evening of the last day, past midnight", () => {
		// An hour later in Algiers: 00:30 and 02:30 of the day after.
		const [during, after] = [
			Date.parse("2026-11-22T23:30:00Z"),
			Date.parse("2026-11-23T01:30:00Z"),
		];
		const evening = { ...roster, late: "02:00" };
		expect(season(evening, dayOf(evening, during))).toBe("now");
		expect(season(evening, dayOf(evening, after))).toBe("over");
		expect(season(roster, dayOf({ late: undefined }, during))).toBe("over");
	});

	it("end once the organisers say so", () => {
		expect(season({ ...roster, ended: true }, "2026-11-21")).toBe("ended");
	});

	it("keep the names on the device until the day after the last", () => {
		expect(isForgotten(roster, "2026-11-23")).toBe(false);
		expect(isForgotten(roster, "2026-11-24")).toBe(true);
	});
});

describe("who is there", () => {
	const second = { application_id: "application-2", association_id: "association-2" };
	const badges = [
		badge("A", { inside: true, first_in_at: at(1) }),
		badge("B", { first_in_at: at(1) }),
		badge("C"),
		badge("D", second),
		badge("E", { application_id: "application-3", status: "attended" }),
	];

	it("is counted as the server counts", () => {
		expect(countsOf(badges)).toEqual({
			inside: 1,
			came: 2,
			absent: 3,
			badges: 5,
			associationsCame: 2,
			associations: 3,
		});
	});

	it("names the associations of which nobody came", () => {
		expect(absentees(badges).map((own) => own.map(({ code }) => code))).toEqual([["D"]]);
	});
});
