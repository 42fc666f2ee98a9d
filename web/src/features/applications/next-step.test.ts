import { expect, test } from "vitest";
import type { CallState, EventStatus } from "@/api/gen/types.gen.ts";
import { isOver, nextStep } from "./next-step.ts";
import type { Occasion } from "./queries.ts";
import { STATES } from "./search.ts";

const occasion = (status: EventStatus, state: CallState) =>
	({ event: { status, ends_on: "2026-10-09" }, call: { state } }) as Occasion;
const before = "2026-10-01";
const after = "2026-10-10";

const decided = ["wait", "confirm", "queue", "notSelected", "come"];

test("while the call is open there is something to do about every application", () => {
	const steps = STATES.map((status) => nextStep(status, occasion("published", "open"), before));
	expect(steps).toEqual(["complete", "change", "mend", ...decided, "again", "thanks", "none"]);
});

test("afterwards one waits, or it is over", () => {
	const steps = STATES.map((status) => nextStep(status, occasion("published", "closed"), before));
	expect(steps).toEqual(["late", "wait", "refused", ...decided, "none", "thanks", "none"]);
});

test("an event that is put off or called off comes before its call", () => {
	expect(nextStep("draft", occasion("cancelled", "open"), before)).toBe("cancelled");
	expect(nextStep("eligible", occasion("postponed", "closed"), after)).toBe("postponed");
	expect(nextStep("withdrawn", occasion("cancelled", "open"), before)).toBe("none");
});

test("once the event is over nobody is told to come to it, or to wait for a seat", () => {
	for (const status of ["selected", "confirmed", "waiting"] as const) {
		expect(nextStep(status, occasion("published", "closed"), after)).toBe("over");
		expect(nextStep(status, occasion("closed", "closed"), before)).toBe("over");
		expect(nextStep(status, occasion("published", "closed"), "2026-10-09")).not.toBe("over");
	}
	expect(nextStep("refused", occasion("closed", "closed"), after)).toBe("notSelected");
	expect(isOver(occasion("cancelled", "open"), before)).toBe(true);
});
