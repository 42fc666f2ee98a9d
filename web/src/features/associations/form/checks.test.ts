import { describe, expect, test } from "vitest";
import { faultsOf, STEPS, stepOf } from "./checks.ts";
import { atRowsTyped } from "./rows-typed.ts";
import { EMPTY, emptyHeadcount, type FileValues, pointerOf, toBody } from "./values.ts";

const filled: FileValues = {
	...EMPTY,
	name: { ar: "جمعية أنامل الذهب", fr: "", en: "" },
	level: "communal",
	founded_on: "2019-03-04",
	seat: { ...EMPTY.seat, wilaya_code: "16", commune_code: "1601" },
	craft_sectors: ["02"],
};
const all = (values: FileValues) =>
	Object.assign({}, ...STEPS.map((step) => faultsOf(step, values)));

describe("a file being typed", () => {
	test("an empty form says what is missing, by pointer", () => {
		expect(all(EMPTY)).toEqual({
			"/name/ar": "required",
			"/level": "required",
			"/seat/wilaya_code": "required",
			"/seat/commune_code": "required",
			"/craft_sectors": "required",
		});
	});
	test("a filled form stands", () => expect(all(filled)).toEqual({}));
	test("a point is whole, readable in any digits, and within the country's bounds", () => {
		const at = (latitude: string, longitude: string) => ({
			...filled,
			seat: { ...filled.seat, latitude, longitude },
		});
		expect(faultsOf("seat", at("٣٦٫٧٥", "3,06"))).toEqual({});
		expect(toBody(at("٣٦٫٧٥", "3,06")).seat).toMatchObject({ latitude: 36.75, longitude: 3.06 });
		expect(faultsOf("seat", at("18", "-9"))).toEqual({});
		expect(faultsOf("seat", at("38", "12"))).toEqual({});
		expect(faultsOf("seat", at("36.75", ""))).toEqual({ "/seat/longitude": "required" });
		expect(faultsOf("seat", at("", "3"))).toEqual({ "/seat/latitude": "required" });
		expect(faultsOf("seat", at("38.01", "12.01"))).toEqual({
			"/seat/latitude": "latitude",
			"/seat/longitude": "longitude",
		});
		expect(faultsOf("seat", at("36°45'", "3"))).toEqual({ "/seat/latitude": "latitude" });
		expect(toBody(at("", "")).seat).toMatchObject({ latitude: null, longitude: null });
	});
	test("the Arabic name is written in Arabic", () => {
		const values = { ...filled, name: { ...filled.name, ar: "Mains d’or" } };
		expect(faultsOf("identity", values)).toEqual({ "/name/ar": "arabic" });
	});
	test("a date that does not exist is told from one that has not come yet", () => {
		expect(faultsOf("identity", { ...filled, founded_on: "2020-02-30" })).toEqual({
			"/founded_on": "date",
		});
		expect(faultsOf("identity", { ...filled, founded_on: "2999-01-01" })).toEqual({
			"/founded_on": "future",
		});
	});
	test("no group of members is larger than all of them", () => {
		const row = { ...emptyHeadcount(2025), members: 20, women: 21 };
		expect(faultsOf("people", { ...filled, headcounts: [row] })).toEqual({
			"/headcounts/0/women": "exceeds",
		});
	});
	test("where founders come from is not dropped for want of their number", () => {
		const founders = { count: null, communes: 2, wilayas: null };
		expect(faultsOf("identity", { ...filled, founders })).toEqual({
			"/founders/count": "required",
		});
		expect(faultsOf("identity", { ...filled, founders: { ...founders, count: 15 } })).toEqual({});
	});
	test("a contact is checked by its kind, an empty one is not", () => {
		const contacts = [
			{ kind: "phone" as const, value: "٠٥٥٠ ١٢ ٣٤ ٥٦", public: true },
			{ kind: "email" as const, value: "nobody", public: true },
			{ kind: "website" as const, value: "", public: true },
		];
		expect(faultsOf("contacts", { ...filled, contacts })).toEqual({
			"/contacts/1/value": "email",
		});
	});
});

describe("what is sent", () => {
	test("emptied fields are null and empty contacts are left out", () => {
		const body = toBody(filled);
		expect(body.name).toEqual({ ar: "جمعية أنامل الذهب", fr: null, en: null });
		expect(body.receipt).toBeNull();
		expect(body.contacts).toEqual([]);
	});
	test("what the server says of a contact stands at the row it was typed in", () => {
		const contacts = [
			{ kind: "phone" as const, value: " ", public: false },
			{ kind: "email" as const, value: "nobody@nowhere", public: false },
		];
		const error = { pointer: "/contacts/0/value", code: "wrong_format", detail: "أ" };
		const refusal = { title: "", status: 422, code: "invalid", errors: [error] };
		expect(atRowsTyped({ ...filled, contacts }, refusal).errors).toEqual([
			{ ...error, pointer: "/contacts/1/value" },
		]);
	});
	test("nobody agrees to be published without saying so", () => {
		expect(EMPTY.contacts.some((contact) => contact.public)).toBe(false);
	});
	test("names of fields become pointers and find their step", () => {
		expect(pointerOf("contacts[0].value")).toBe("/contacts/0/value");
		expect(stepOf("/contacts/0/value")).toBe("contacts");
		expect(stepOf("/receipt/date")).toBe("legal");
		expect(stepOf("/unheard")).toBeUndefined();
	});
});
