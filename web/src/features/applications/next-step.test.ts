import { expect, test } from "vitest";
import type { CallState, EventStatus } from "@/api/gen/types.gen.ts";
import { nextStep } from "./next-step.ts";
import type { Occasion } from "./queries.ts";
import { STATES } from "./search.ts";

const occasion = (status: EventStatus, state: CallState) =>
	({ event: { status }, call: { state } }) as Occasion;

const decided = ["wait", "confirm", "queue", "notSelected", "come"];

test("while the call is open there is something to do about every application", () => {
	const steps = STATES.map((status) => nextStep(status, occasion("published", "open")));
	expect(steps).toEqual(["complete", "change", "mend", ...decided, "again", "none", "none"]);
});

test("afterwards one waits, or it is over", () => {
	const steps = STATES.map((status) => nextStep(status, occasion("published", "closed")));
	expect(steps).toEqual(["late", "wait", "refused", ...decided, "none", "none", "none"]);
});

test("an event that is put off or called off comes before its call", () => {
	expect(nextStep("draft", occasion("cancelled", "open"))).toBe("cancelled");
	expect(nextStep("eligible", occasion("postponed", "closed"))).toBe("postponed");
	expect(nextStep("withdrawn", occasion("cancelled", "open"))).toBe("none");
});
