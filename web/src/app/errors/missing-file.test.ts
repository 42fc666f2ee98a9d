import { expect, test } from "vitest";
import { isMissingFile } from "./missing-file.ts";

test("a file that could not be fetched is told from a defect", () => {
	for (const words of [
		"Failed to fetch dynamically imported module: https://example.dz/assets/a.js",
		"error loading dynamically imported module",
		"Importing a module script failed.",
		"Unable to preload CSS for /assets/a.css",
	])
		expect(isMissingFile(new TypeError(words)), words).toBe(true);
	expect(isMissingFile(new TypeError("x is not a function"))).toBe(false);
});
