import { describe, expect, test } from "vitest";
import type { Call } from "@/api/gen/types.gen.ts";
import { freeCode } from "@/ui/row-list.ts";
import {
	askedOf,
	blank,
	type CallTyped,
	faultsOf,
	fromCall,
	keptSeats,
	newCriterion,
	newQuota,
	toInput,
} from "./values.ts";

const names = (ar: string) => ({ ar, fr: "", en: "" });
const typed: CallTyped = {
	...blank,
	opensOn: "2026-06-01",
	opensAt: "٨:٠٠",
	closesOn: "2026-07-01",
	closesAt: "16h30",
	capacity: 40,
};
const women = {
	code: "women",
	name: names("حصة النساء"),
	seats: 10,
	for: { women_led: true, youth_led: false, wilayas: [] },
};

describe("a call as it is typed", () => {
	test("what is missing is said at its field", () => {
		expect(faultsOf({ ...blank, closesAt: "" })).toEqual({
			"/opens_at": "required",
			"/closes_at": "required",
			"/closes_at/time": "required",
			"/capacity": "required",
		});
		expect(toInput(blank)).toBeUndefined();
		expect(faultsOf(typed)).toEqual({});
	});
	test("hours are those of Algeria, and read as people write them", () => {
		expect(toInput(typed)).toMatchObject({
			opens_at: "2026-06-01T07:00:00Z",
			closes_at: "2026-07-01T15:30:00Z",
		});
	});
	test("the close comes after the opening", () => {
		expect(faultsOf({ ...typed, closesOn: "2026-06-01", closesAt: "08:00" })).toEqual({
			"/closes_at": "order",
		});
	});
	test("quotas are for somebody, have names of their own and fit into the capacity", () => {
		const quotas = [women, { ...women, seats: 31, for: {} }, { ...newQuota([]), code: "É" }];
		expect(keptSeats({ quotas })).toBe(41);
		expect(faultsOf({ ...typed, quotas })).toEqual({
			"/capacity": "crowded",
			"/quotas/1/code": "repeated",
			"/quotas/1/for": "forNobody",
			"/quotas/2/code": "code",
			"/quotas/2/name/ar": "required",
			"/quotas/2/seats": "required",
			"/quotas/2/for": "forNobody",
		});
	});
	test("criteria count for something, and their points go to ten", () => {
		const anchors = [
			{ points: 11, meaning: names("") },
			{ points: null, meaning: names("جيد") },
		];
		const criteria = [{ ...newCriterion([]), name: names("الجودة"), weight: 0, anchors }];
		expect(faultsOf({ ...typed, criteria })).toEqual({
			"/criteria/0/weight": "positive",
			"/criteria/0/anchors/0/points": "points",
			"/criteria/0/anchors/0/meaning/ar": "required",
			"/criteria/0/anchors/1/points": "required",
		});
	});
	test("the least score lies between 0 and 10", () => {
		expect(faultsOf({ ...typed, leastPoints: 11 })).toEqual({ "/least_points": "points" });
		expect(toInput({ ...typed, leastPoints: 5 })?.least_points).toBe(5);
	});
	test("only what is asked is sent", () => {
		expect(askedOf(women.for)).toEqual({ women_led: true });
		expect(askedOf({ registered_years: 0, craft_sectors: ["02"] })).toEqual({
			registered_years: 0,
			craft_sectors: ["02"],
		});
		expect(toInput({ ...typed, quotas: [women] })?.quotas).toEqual([
			{
				code: "women",
				name: { ar: "حصة النساء", fr: null, en: null },
				seats: 10,
				for: { women_led: true },
			},
		]);
	});
	test("a call that was read is typed as it stands", () => {
		const input = toInput({ ...typed, quotas: [women] });
		const call: Call = { ...input, event_id: "e", state: "open", version: 3 } as Call;
		expect(toInput(fromCall(call))).toEqual(input);
	});
	test("a new row gets a short name that is free", () => {
		expect(freeCode("quota", [])).toBe("quota-1");
		expect(freeCode("quota", [{ code: "quota-2" }])).toBe("quota-3");
	});
});
