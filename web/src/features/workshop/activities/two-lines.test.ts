import { expect, test } from "vitest";
import { twoLines } from "./two-lines.ts";

test("a long name is broken between its words, and no word is lost without a mark", () => {
	expect(twoLines("W1 · كراء المحل", 22)).toEqual(["W1 · كراء المحل"]);
	expect(twoLines("W3 · Demande de financement", 22)).toEqual(["W3 · Demande de", "financement"]);
	expect(twoLines("W9 · Formation à la sécurité et à la gestion", 22)).toEqual([
		"W9 · Formation à la",
		"sécurité et à la gest…",
	]);
});
