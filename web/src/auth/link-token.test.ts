import { expect, test } from "vitest";
import { linkToken } from "./link-token.ts";

test("the token stands behind the sign of the fragment", () => {
	expect(linkToken("#token=a-B_9")).toBe("a-B_9");
	expect(linkToken("")).toBe("");
	expect(linkToken("#other=1")).toBe("");
});
