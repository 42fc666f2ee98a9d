import { describe, expect, test } from "vitest";
import { timeOf } from "@/i18n/hours.ts";
import { blank, type EventTyped, faultsOf, toInput } from "./values.ts";

const names = (ar: string) => ({ ar, fr: "", en: "" });
const typed: EventTyped = {
	...blank,
	kind: "exhibition",
	scale: "local",
	name: names("معرض"),
	venue: names("دار الثقافة"),
	wilaya: "16",
	commune: "1601",
	startsOn: "2026-12-17",
	endsOn: "2026-12-18",
};

describe("an event as it is typed", () => {
	test("what is missing is said at its field", () => {
		expect(Object.keys(faultsOf(blank))).toEqual([
			"/kind",
			"/scale",
			"/name/ar",
			"/place/commune_code",
			"/place/venue/ar",
			"/starts_on",
			"/ends_on",
		]);
		expect(toInput(blank)).toBeUndefined();
		expect(faultsOf(typed)).toEqual({});
	});
	test("a text in another language alone asks for Arabic", () => {
		const half = { ...typed, hall: { ar: "", fr: "Salle A", en: "" } };
		expect(faultsOf(half)).toEqual({ "/place/hall/ar": "required" });
	});
	test("days, hours and degrees that cannot be", () => {
		const wrong = {
			...typed,
			endsOn: "2026-02-30",
			latitude: "شمال",
			hours: [{ on: null, opens: "25:00", closes: "" }],
			programme: [{ on: null, from: "10", until: "", title: names("") }],
		};
		expect(faultsOf(wrong)).toEqual({
			"/ends_on": "date",
			"/place/latitude": "number",
			"/hours/0/opens": "time",
			"/hours/0/closes": "required",
			"/programme/0/on": "required",
			"/programme/0/from": "time",
			"/programme/0/title/ar": "required",
		});
	});
	test("hours are read as people write them", () => {
		expect(["9:30", "٠٩:٣٠", "9h30", " 09.30 "].map(timeOf)).toEqual(Array(4).fill("09:30"));
		expect(timeOf("noon")).toBe("noon");
	});
	test("what is empty is not sent, and a row nobody began is no row", () => {
		const input = toInput({ ...typed, latitude: "36,75", longitude: "٣٫٠٥" });
		expect(input).toMatchObject({
			description: null,
			hours: [],
			contact_email: null,
			place: { hall: null, latitude: 36.75, longitude: 3.05 },
		});
	});
});
