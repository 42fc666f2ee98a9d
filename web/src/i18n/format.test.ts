import { describe, expect, test } from "vitest";
import { createFormat, isolateCodes, latinDigits } from "./format.ts";
import { localeOf, withoutLocale } from "./locale.ts";

describe("as Algeria writes", () => {
	const ar = createFormat("ar");
	test("months by their Algerian names, digits Latin", () => {
		expect(ar.months[0]).toBe("جانفي");
		expect(ar.months[7]).toBe("أوت");
		expect(ar.date("2021-03-04")).toBe("4 مارس 2021");
		expect(ar.number(1234567)).toBe("1.234.567");
	});
	test("French and English dates keep day before month", () => {
		expect(createFormat("fr").date("2021-03-04")).toBe("4 mars 2021");
		expect(createFormat("fr").date("2021-03-01")).toBe("1er mars 2021");
		expect(createFormat("en").date("2021-03-04")).toBe("4 March 2021");
	});
	test("two days are one span", () => {
		expect(ar.dateRange("2026-12-17", "2026-12-24")).toBe("17–24 ديسمبر 2026");
		expect(ar.dateRange("2026-12-17", "2026-12-17")).toBe("17 ديسمبر 2026");
		expect(createFormat("fr").dateRange("2026-11-29", "2026-12-01")).toMatch(
			/^29 novembre\s–\s1er décembre 2026$/,
		);
	});
	test("instants are told in the time of Algiers", () => {
		expect(createFormat("fr").dateTime("2026-11-24T23:30:00Z")).toContain("25 novembre 2026");
	});
	test("an unreadable date is shown as it came", () => {
		expect(ar.date("hier")).toBe("hier");
	});
	test("a text falls back to a language that has it", () => {
		expect(createFormat("fr").text({ ar: "جمعية", fr: null })).toBe("جمعية");
		expect(createFormat("en").text({ ar: "جمعية", fr: "Association" })).toBe("Association");
		expect(ar.text(null)).toBe("");
	});
});

test("numbers and codes in an Arabic sentence are isolated, a Latin sentence stays as it is", () => {
	expect(isolateCodes("رقم هاتف غير صالح، مثال: 0550 12 34 56.")).toBe(
		"رقم هاتف غير صالح، مثال: \u20660550 12 34 56\u2069.",
	);
	expect(isolateCodes("حلقة: A1 → A3 → A1، أصغر قيمة -5 (If-Match).")).toBe(
		"حلقة: \u2066A1 → A3 → A1\u2069، أصغر قيمة \u2066-5\u2069 (\u2066If-Match\u2069).",
	);
	expect(isolateCodes("Exemple : 0550 12 34 56.")).toBe("Exemple : 0550 12 34 56.");
});

test("digits typed in Arabic or Persian are read as Latin ones", () => {
	expect(latinDigits("٠٥٥٠ ۱۲ 34")).toBe("0550 12 34");
});

test("the language is the first part of the address", () => {
	expect(localeOf("/fr/associations")).toBe("fr");
	expect(localeOf("/frites")).toBe("ar");
	expect(withoutLocale("/en")).toBe("/");
	expect(withoutLocale("/en/verify/16-2026-0001")).toBe("/verify/16-2026-0001");
});
