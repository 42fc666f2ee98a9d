import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the program that is given to the public is the one that is documented", () => {
	expect(readFileSync("public/selection.py", "utf8")).toBe(
		readFileSync("../docs/selection.py", "utf8"),
	);
});
