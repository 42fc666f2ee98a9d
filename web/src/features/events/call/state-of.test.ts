import { expect, test } from "vitest";
import { stateOf } from "./state-of.ts";

test("a call opens with its first moment and takes nothing from its last on", () => {
	const call = { opens_at: "2026-11-01T07:00:00Z", closes_at: "2026-11-20T15:00:00Z" };
	const at = (moment: string) => stateOf(call, Date.parse(moment));
	expect(at("2026-11-01T06:59:59Z")).toBe("upcoming");
	expect(at("2026-11-01T07:00:00Z")).toBe("open");
	expect(at("2026-11-20T14:59:59Z")).toBe("open");
	expect(at("2026-11-20T15:00:00Z")).toBe("closed");
});
