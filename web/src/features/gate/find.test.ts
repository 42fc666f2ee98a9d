import { describe, expect, it } from "vitest";
import type { EventBadge } from "@/api/gen/types.gen.ts";
import { codeOf, found, isCode, readBy } from "./find.ts";

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
	...more,
});

describe("finding a badge", () => {
	const badges = [badge("7GK2M9QRT4"), badge("1234567890", { name: "Samir Ait", stand: "B-03" })];
	const codes = (typed: string, shown: Parameters<typeof found>[2] = "all") =>
		found(badges, typed, shown).map(({ code }) => code);

	it("reads a code however it is typed", () => {
		expect(codeOf(" 7gk2m-9qrt4 ")).toBe("7GK2M9QRT4");
		expect(codeOf("oIl٣")).toBe("0113");
		expect(isCode("7gk2m-9qrt4")).toBe(true);
		expect(isCode("7gk2m")).toBe(false);
		expect(isCode("نادية حدادة")).toBe(false);
	});

	it("finds by the start of a code, a name, an association in any language, a stand", () => {
		expect(codes("7gk2")).toEqual(["7GK2M9QRT4"]);
		expect(codes("ناديه حداد")).toEqual(["7GK2M9QRT4"]);
		expect(codes("ait ceramique")).toEqual(["1234567890"]);
		expect(codes("b-03")).toEqual(["1234567890"]);
		expect(codes("")).toHaveLength(2);
		expect(codes("", "inside")).toEqual([]);
	});

	it("tells a reader from a hand by how fast a code comes", () => {
		expect([readBy(40), readBy(2_000)]).toEqual(["qr", "manual"]);
	});
});
