import { expect, test } from "vitest";
import { standingOf, stateOf } from "./state-of.ts";

test("a call opens with its first moment and takes nothing from its last on", () => {
	const call = { opens_at: "2026-11-01T07:00:00Z", closes_at: "2026-11-20T15:00:00Z" };
	const at = (moment: string) => stateOf(call, Date.parse(moment));
	expect(at("2026-11-01T06:59:59Z")).toBe("upcoming");
	expect(at("2026-11-01T07:00:00Z")).toBe("open");
	expect(at("2026-11-20T14:59:59Z")).toBe("open");
	expect(at("2026-11-20T15:00:00Z")).toBe("closed");
});

test("a call is open only while its event is announced", () => {
	expect(standingOf("published", "open")).toBe("open");
	expect(standingOf("published", "upcoming")).toBe("upcoming");
	expect(standingOf("draft", "open")).toBe("upcoming");
	expect(standingOf("postponed", "open")).toBe("suspended");
	expect(standingOf("postponed", "closed")).toBe("closed");
	expect(standingOf("cancelled", "open")).toBe("closed");
});
