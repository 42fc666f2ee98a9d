import { describe, expect, it } from "vitest";
import { blank, type CohortTyped, faultsOf, newQuota, toInput } from "./values.ts";

const names = (ar: string) => ({ ar, fr: "", en: "" });
const whole: CohortTyped = {
	...blank,
	course: "c",
	name: names("دورة"),
	wilaya: "16",
	commune: "1601",
	venue: names("دار الحرف"),
	startsOn: "2027-01-10",
	endsOn: "2027-01-12",
	capacity: 20,
	opensOn: "2026-12-01",
	closesOn: "2027-01-05",
};

describe("a cohort as it is typed", () => {
	it("is sent once nothing is missing, with the hours of Algeria", () => {
		expect(faultsOf(whole)).toEqual({});
		expect(toInput(whole)).toMatchObject({
			opens_at: "2026-12-01T07:00:00Z",
			closes_at: "2027-01-05T15:00:00Z",
			place: { commune_code: "1601", room: null },
			online_url: null,
			description: null,
		});
		expect(toInput({ ...whole, trainers: [{ id: "t", name: "كمال" }] })).toMatchObject({
			trainer_ids: ["t"],
		});
	});

	it("says what counts as attended", () => {
		expect(toInput({ ...whole, excusedLeave: true, lateIsAbsent: 15 })).toMatchObject({
			excused_leave_the_total: true,
			absent_from_minutes_late: 15,
		});
		expect(toInput(whole)).toMatchObject({
			excused_leave_the_total: false,
			absent_from_minutes_late: null,
		});
		expect(faultsOf({ ...whole, lateIsAbsent: 0 })).toEqual({
			"/absent_from_minutes_late": "positive",
		});
	});

	it("names what is missing at its field", () => {
		expect(faultsOf(blank)).toMatchObject({
			"/course_id": "required",
			"/name/ar": "required",
			"/place/commune_code": "required",
			"/starts_on": "required",
			"/capacity": "required",
		});
	});

	it("asks for a place or an address, as it is held", () => {
		const online = { ...whole, way: "online" as const, commune: null, url: "meet" };
		expect(faultsOf(online)).toEqual({ "/online_url": "url" });
		expect(toInput({ ...online, url: " https://meet.example.dz/a " })).toMatchObject({
			place: null,
			online_url: "https://meet.example.dz/a",
		});
	});

	it("holds days and nominations in order", () => {
		expect(faultsOf({ ...whole, endsOn: "2027-01-09" })).toEqual({ "/ends_on": "order" });
		expect(faultsOf({ ...whole, closesOn: "2027-01-11" })).toEqual({ "/closes_at": "late" });
		expect(faultsOf({ ...whole, closesOn: "2026-11-30" })).toEqual({ "/closes_at": "order" });
	});

	it("keeps no more seats than there are, and each for somebody", () => {
		const quota = { ...newQuota([]), name: names("النساء"), seats: 21 };
		expect(faultsOf({ ...whole, quotas: [quota] })).toEqual({
			"/capacity": "crowded",
			"/quotas/0/for": "forNobody",
		});
		const women = { ...quota, seats: 5, for: { women: true } };
		expect(faultsOf({ ...whole, quotas: [women, women] })).toEqual({
			"/quotas/1/code": "repeated",
		});
	});
});
