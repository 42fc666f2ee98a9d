import { expect, it } from "vitest";
import { codeIn, keepCode } from "./kept-code.ts";

it("reads the code off the address, and keeps it for the session while its reader signs in", () => {
	expect(codeIn("#7GK2M9QR", "s")).toBe("7GK2M9QR");
	keepCode("s", "7GK2M9QR");
	expect([codeIn("", "s"), codeIn("", "other")]).toEqual(["7GK2M9QR", ""]);
	keepCode("s", "");
	expect(codeIn("", "s")).toBe("");
});
