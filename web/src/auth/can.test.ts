import { describe, expect, test } from "vitest";
import { can, canAny, openSteps } from "./can.ts";

const chamber = {
	permissions: ["verify_association", "return_association", "list_associations"],
	acting: { role: "chamber" },
};

describe("what a person sees", () => {
	test("a visitor may call nothing that is guarded", () => {
		expect(can(null, "verify_association")).toBe(false);
		expect(canAny(null, ["verify_association", "create_key"])).toBe(false);
	});
	test("an officer sees exactly the operations of the body acted for", () => {
		expect(can(chamber, "verify_association")).toBe(true);
		expect(can(chamber, "list_people")).toBe(false);
		expect(canAny(chamber, ["list_people", "return_association"])).toBe(true);
	});
	test("steps depend on the state of the file and on the right", () => {
		expect(openSteps(chamber, "submitted")).toEqual(["return_association", "verify_association"]);
		expect(openSteps(chamber, "verified")).toEqual([]);
		expect(openSteps(chamber, "dissolved")).toEqual([]);
		expect(openSteps(chamber, "unheard_of")).toEqual([]);
	});
});
