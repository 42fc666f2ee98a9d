import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OF_PEOPLE } from "./of-people.ts";

test("no key is offered what the table of permissions gives to people only", () => {
	const rows = readFileSync("../docs/authorisation.md", "utf8").split("\n");
	const forPeople = rows
		.filter((row) => row.includes("◇") && row.startsWith("| "))
		.map((row) => row.split("|")[1]?.trim() ?? "");
	expect(forPeople).toContain("create_webhook");
	expect(forPeople.filter((operation) => !OF_PEOPLE.has(operation))).toEqual([]);
});
