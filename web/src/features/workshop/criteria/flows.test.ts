import { expect, test } from "vitest";
import {
	fromFlows,
	labelIn,
	pasted,
	periodsOf,
	sumOf,
	toFlows,
	unread,
	withLabel,
} from "./flows.ts";

const dinars = (amount: number) => ({ amount: amount * 100, currency: "DZD" as const });
const FLOWS = {
	rate: 0.08,
	components: [
		{ label: { ar: "تجهيز", fr: "Équipement" }, flows: [dinars(-1000)] },
		{ label: { ar: "مداخيل" }, flows: [dinars(0), dinars(600), dinars(700)] },
	],
};

test("flows go into the table and come back as they were, the shorter parts filled up", () => {
	const typed = fromFlows(FLOWS);
	expect(typed.rate).toBe("8");
	expect(typed.rows.map((row) => row.amounts)).toEqual([
		["-1000", "", ""],
		["0", "600", "700"],
	]);
	const back = toFlows(typed);
	expect(back.components?.[0]).toEqual({
		label: { ar: "تجهيز", fr: "Équipement", en: null },
		flows: [dinars(-1000), dinars(0), dinars(0)],
	});
	expect([back.rate, back.finance_rate]).toEqual([0.08, null]);
	expect([0, 1, 2].map((period) => sumOf(typed.rows, period))).toEqual([-100_000, 60_000, 70_000]);
});

test("a part is named in each language, beside the others", () => {
	const typed = fromFlows(FLOWS);
	const [first] = typed.rows;
	if (!first) throw new Error("no row");
	const row = withLabel(withLabel(first, "en", " Equipment "), "fr", "");
	expect(labelIn(row, "ar")).toBe("تجهيز");
	expect(toFlows({ ...typed, rows: [row] }).components?.[0]?.label).toEqual({
		ar: "تجهيز",
		fr: null,
		en: "Equipment",
	});
});

test("what cannot be read is named by its place", () => {
	const typed = fromFlows(FLOWS);
	const rows = pasted(typed.rows, { row: 1, period: 1 }, "١٢٠٠\tكثير");
	expect([...unread({ ...typed, rate: "", rows })]).toEqual(["rate", "1/2"]);
	const beyond = pasted(typed.rows, { row: 0, period: 1 }, "-900000000000\t90000000000000");
	expect([...unread({ ...typed, rows: beyond })]).toEqual(["0/2"]);
	expect(toFlows({ ...typed, rows }).components?.[1]?.flows[1]).toEqual(dinars(1200));
});

test("a pasted block makes room for itself", () => {
	const rows = pasted(fromFlows(FLOWS).rows, { row: 1, period: 2 }, "1\t2\r\n3\t4\r\n");
	expect([rows.length, periodsOf(rows)]).toEqual([3, 4]);
	expect(rows[2]?.amounts).toEqual(["", "", "3", "4"]);
	expect(rows[0]?.amounts).toEqual(["-1000", "", "", ""]);
});
