import { expect, test } from "vitest";
import { readText } from "./read-text.ts";

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

test("a table of a spreadsheet in Arabic is read in the letters it was written in", () => {
	expect(readText(new TextEncoder().encode("A1,صوف").buffer)).toBe("A1,صوف");
	expect(readText(bytes(0x41, 0x31, 0x2c, 0xd5, 0xe6, 0xdd))).toBe("A1,صوف");
	expect(readText(bytes(0xff, 0xfe, 0x35, 0x06, 0x48, 0x06, 0x41, 0x06))).toBe("صوف");
});
