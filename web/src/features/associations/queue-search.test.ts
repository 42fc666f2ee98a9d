import { expect, test } from "vitest";
import { queueQuery } from "./queue-search.ts";

test("an export asks for what the list on the page asks for", () => {
	const query = { q: "خزف", wilaya: ["16"], status: ["submitted"], in_charge: true, sort: "name" };
	expect(Object.fromEntries(new URLSearchParams(queueQuery(query)))).toEqual({
		q: "خزف",
		wilaya: "16",
		status: "submitted",
		in_charge: "true",
		sort: "name",
	});
});
