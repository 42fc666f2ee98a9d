import { expect, test } from "vitest";
import { normalNumber } from "./number.ts";

test("a number is read as it was typed or copied", () => {
	expect(normalNumber(" ١٦–٢٠٢٦–٠٠٠١ ")).toBe("16-2026-0001");
	expect(normalNumber("16/2026/0001")).toBe("16-2026-0001");
	// As the page itself shows it inside an Arabic sentence.
	expect(normalNumber("\u206616-\u20602026-\u20600001\u2069")).toBe("16-2026-0001");
});
