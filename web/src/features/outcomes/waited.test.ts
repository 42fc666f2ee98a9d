import { expect, test } from "vitest";
import type { ApplicationSummary } from "@/api/gen/types.gen.ts";
import { waitedFor } from "./waited.ts";

test("those are waited for who have not declared, by number", () => {
	const rows = [
		{ id: "c", number: 3 },
		{ id: "a", number: 1 },
		{ id: "b", number: 2 },
	] as ApplicationSummary[];
	const ids = (declared: string[]) =>
		waitedFor(
			rows,
			declared.map((application_id) => ({ application_id })),
		).map(({ id }) => id);
	expect(ids([])).toEqual(["a", "b", "c"]);
	expect(ids(["b", "z"])).toEqual(["a", "c"]);
	expect(ids(["a", "b", "c"])).toEqual([]);
});
