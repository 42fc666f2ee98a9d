import { expect, it } from "vitest";
import { centimetres, metres } from "./metres.ts";

it("reads metres as they are typed here", () => {
	expect(["3", "2,5", "٢٫٥", "-0.75", ".5", "3."].map(centimetres)).toEqual([
		300, 250, 250, -75, 50, 300,
	]);
	expect(["", "x", "1.2.3", "99999999"].map(centimetres)).toEqual([null, null, null, null]);
	expect([metres(300), metres(275)]).toEqual(["3", "2.75"]);
});
