import { expect, test } from "vitest";
import type { Me } from "@/api/gen/types.gen.ts";
import { readsApplications } from "@/auth/organises.ts";
import { openSteps } from "./rights.ts";

const user = (role: "chamber" | "national" | "ministry", institution: string): Me => ({
	id: "p",
	name: "س",
	language: "ar",
	version: 1,
	second_factor: false,
	must_enrol_second_factor: false,
	grants: [],
	permissions: [
		...["publish", "postpone", "close", "cancel", "copy"].map((step) => `${step}_event`),
		"list_event_applications",
	],
	acting: {
		id: "g",
		role,
		institution_id: institution,
		body_name: { ar: "غرفة" },
		wilayas: ["16"],
	},
});
const event = {
	status: "published" as const,
	starts_on: "2026-12-17",
	next_id: null,
	organiser: { id: "a", name: { ar: "أ" } },
	co_organisers: [{ id: "b", name: { ar: "ب" } }],
};

test("those who organise it, and the ministry, take its steps", () => {
	const steps = ["postpone", "cancel", "copy"];
	for (const one of [user("chamber", "a"), user("chamber", "b"), user("ministry", "m")])
		expect(openSteps(one, event, "2026-12-01")).toEqual(steps);
	expect(openSteps(user("chamber", "c"), event, "2026-12-01")).toEqual([]);
	expect(openSteps(null, event, "2026-12-01")).toEqual([]);
});

test("an event is closed once it has begun, and has one next edition", () => {
	const one = user("chamber", "a");
	expect(openSteps(one, event, "2026-12-17")).toContain("close");
	expect(openSteps(one, { ...event, next_id: "n" }, "2026-12-01")).not.toContain("copy");
	expect(openSteps(one, { ...event, status: "draft" }, "2026-12-17")).toEqual(["publish"]);
	expect(openSteps(one, { ...event, status: "cancelled" }, "2026-12-17")).toEqual(["copy"]);
});

test("organisers read the applications to an event, and so do those who read everything", () => {
	const reads = (role: "chamber" | "national" | "ministry", institution: string) =>
		readsApplications(user(role, institution), event);
	expect(reads("chamber", "b")).toBe(true);
	expect(reads("chamber", "z")).toBe(false);
	expect(reads("national", "z")).toBe(true);
	expect(reads("ministry", "z")).toBe(true);
	expect(readsApplications(null, event)).toBe(false);
	expect(readsApplications({ ...user("chamber", "a"), permissions: [] }, event)).toBe(false);
});
