import { expect, test } from "vitest";
import { isAccepted, queryOf, wishesOf } from "./start-import.ts";

const file = new File([""], "جمعيات.csv");

test("the import that follows a trial repeats its wishes from what the server keeps", () => {
	const wishes = wishesOf({
		parameters: {
			dry_run: true,
			mode: "good_rows",
			status: "submitted",
			duplicates: "skip",
			insert_rows: [],
			format: { kind: "csv", separator: "semicolon", encoding: "windows-1256" },
			sheet: null,
			mapping: [
				["الاسم", "name_ar"],
				["ملاحظة", null],
			],
			defaults: [["kind", "مهنية"]],
		},
	});
	const query = queryOf(file, { ...wishes, insertRows: [7], allOrNothing: true });
	expect(Object.fromEntries(query)).toMatchObject({
		mode: "all_or_nothing",
		status: "submitted",
		duplicates: "skip",
		encoding: "windows-1256",
		separator: "semicolon",
		default: "kind:مهنية",
		insert_row: "7",
	});
	expect(query.getAll("map")).toEqual(["الاسم:name_ar", "ملاحظة:"]);
	expect(query.has("sheet")).toBe(false);
});

test("a workbook says which of its sheets is meant", () => {
	const wishes = wishesOf({ parameters: { format: { kind: "xlsx" }, sheet: "2024" } });
	expect(queryOf(file, wishes).get("sheet")).toBe("2024");
	expect(queryOf(file, wishes).has("encoding")).toBe(false);
});

test("what is no table is told before it is sent", () => {
	expect(isAccepted(new File([""], "الجمعيات.XLSX"))).toBe(true);
	expect(isAccepted(new File([""], "photo.csv.png"))).toBe(false);
});
