import { expect, test } from "vitest";
import {
	fromCalendar,
	hasWork,
	hoursFault,
	readHours,
	toCalendar,
	WEEK,
	writeHours,
} from "./working-time.ts";

test("hours are read as they are written, in any digits; anything else is not read", () => {
	expect(readHours("٨-12، 13:30–17:00")).toEqual([
		{ from: "08:00", to: "12:00" },
		{ from: "13:30", to: "17:00" },
	]);
	expect(readHours("")).toEqual([]);
	expect(readHours("صباحا")).toBeNull();
	expect(writeHours(undefined)).toBe("08:00-12:00, 13:00-17:00");
});

test("a calendar goes back as it came", () => {
	const calendar = {
		weekend: ["friday" as const],
		weekdays: { thursday: [{ from: "08:00", to: "12:00" }] },
		hours: [{ from: "20:00", to: "24:00" }],
		holidays: [{ date: "2027-03-01", until: null, name: "عطلة" }],
		exceptions: [{ from: "2027-02-18", until: "2027-03-19", hours: [] }],
	};
	expect(toCalendar(fromCalendar("night", calendar))).toEqual(calendar);
});

test("a weekday without hours is a day of rest, one with hours is none, and rest wins once it is chosen", () => {
	const typed = fromCalendar("", {
		weekdays: { friday: [{ from: "14:00", to: "18:00" }], sunday: [] },
	});
	expect(typed.weekend).toEqual(["saturday", "sunday"]);
	expect(toCalendar(typed).weekdays).toEqual({ friday: [{ from: "14:00", to: "18:00" }] });
	expect(toCalendar({ ...typed, weekend: ["friday"] }).weekdays).toEqual({});
});

test("hours end after they begin and do not overlap, and somebody works some day", () => {
	expect(hoursFault("08:00-12:00, 13:00-17:00")).toBeUndefined();
	expect(hoursFault("13:00-17:00، 08:00-12:00")).toBeUndefined();
	expect(hoursFault("20:00-24:00")).toBeUndefined();
	expect(hoursFault("08:00-25:00")).toBe("unread");
	expect(hoursFault("8 to 12")).toBe("unread");
	expect(hoursFault("12:00-08:00")).toBe("reversed");
	expect(hoursFault("08:00-12:00, 11:00-13:00")).toBe("overlap");
	const plain = fromCalendar("", {});
	expect(hasWork(plain)).toBe(true);
	expect(hasWork({ ...plain, hours: " " })).toBe(false);
	expect(hasWork({ ...plain, hours: "", weekdays: { sunday: "9-12" } })).toBe(true);
	expect(hasWork({ ...plain, weekend: WEEK.map(({ day }) => day) })).toBe(false);
});
