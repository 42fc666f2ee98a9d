import { describe, expect, it } from "vitest";
import type { CohortAssignment } from "@/api/gen/types.gen.ts";
import {
	type AssignmentTyped,
	blank,
	faultsOf,
	fromAssignment,
	newCriterion,
	ofModule,
	toInput,
} from "./values.ts";

const names = (ar: string) => ({ ar, fr: "", en: "" });
const whole: AssignmentTyped = {
	...blank,
	name: names("شبكة الأنشطة"),
	tool: "activity_network",
	dueOn: "2027-03-15",
	criteria: [
		{
			id: "complete",
			name: names("الاكتمال"),
			levels: [
				{ id: "fair", name: names("مقبول"), points: 60 },
				{ id: "good", name: names("جيد"), points: 100 },
			],
		},
	],
};

describe("an assignment as it is typed", () => {
	it("is sent once nothing is missing, due by the clocks of Algeria", () => {
		expect(faultsOf(whole)).toEqual({});
		expect(toInput(whole)).toMatchObject({
			due_at: "2027-03-15T15:00:00Z",
			description: null,
			module: null,
			peer_reviews: 0,
			rubric: { criteria: [{ id: "complete", levels: [{ id: "fair" }, { points: 100 }] }] },
		});
		expect(toInput({ ...whole, reviewed: true, reviews: 2 })).toMatchObject({ peer_reviews: 2 });
	});

	it("names what is missing at its field", () => {
		expect(faultsOf(blank)).toMatchObject({
			"/name/ar": "required",
			"/tool": "required",
			"/due_at": "required",
			"/rubric/criteria/0/name/ar": "required",
			"/rubric/criteria/0/levels/2/name/ar": "required",
		});
		expect(toInput(blank)).toBeUndefined();
		expect(faultsOf({ ...whole, criteria: [] })).toEqual({ "/rubric/criteria": "criteria" });
		expect(faultsOf({ ...whole, reviewed: true, reviews: 11 })).toEqual({
			"/peer_reviews": "reviews",
		});
		const worthless = whole.criteria.map((one) => ({
			...one,
			levels: one.levels.map((level) => ({ ...level, points: 0 })),
		}));
		expect(faultsOf({ ...whole, criteria: worthless })).toEqual({ "/rubric/criteria": "nothing" });
	});

	it("is read back as it was sent", () => {
		const sent = toInput(whole);
		expect(sent && fromAssignment(sent as CohortAssignment)).toEqual(whole);
	});

	it("begins a criterion with the levels of the one before, under a name of its own", () => {
		const next = newCriterion(whole.criteria);
		expect(next.id).toBe("criterion-2");
		expect(next.levels).toEqual(whole.criteria[0]?.levels);
	});

	it("takes over what a module says, and nothing over what was written", () => {
		const module = {
			code: "network",
			title: { ar: "الوحدة" },
			minutes: 60,
			tool: "earned_value" as const,
			assignment: { ar: "ارسموا الشبكة" },
		};
		expect(ofModule(blank, module)).toMatchObject({
			module: "network",
			tool: "earned_value",
			name: names("الوحدة"),
			description: names("ارسموا الشبكة"),
		});
		expect(ofModule(whole, module)).toMatchObject({
			name: whole.name,
			tool: "activity_network",
		});
		expect(ofModule(whole, undefined).module).toBeNull();
	});
});
