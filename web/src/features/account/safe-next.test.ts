import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

test.each([
	["/ar/account?tab=sessions", "/account?tab=sessions"],
	["/review", "/review"],
	["/fr", "/"],
	["https://elsewhere.example/", "/"],
	["//elsewhere.example", "/"],
	["/\\elsewhere.example", "/"],
	[undefined, "/"],
])("after signing in, %s leads to %s", (next, to) => expect(safeNext(next)).toBe(to));
