import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { apiFetch, ifMatch } from "./client.ts";
import { fieldProblems } from "./problem.ts";
import { hasToken, keep, mayHaveSession, onGranted } from "./token.ts";

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
	new Response(JSON.stringify(body), { status, headers });
const granted = (token: string, seconds = 600) => ({ access_token: token, expires_in: seconds });
const URL_ = "http://localhost/api/v1/me";
const REFRESH = "/api/v1/auth/session/refresh";

let server: ReturnType<typeof vi.fn<(request: Request) => Promise<Response>>>;
const seen = (path: string) =>
	server.mock.calls.map(([request]) => request).filter((request) => request.url.endsWith(path));

beforeEach(() => {
	localStorage.clear();
	keep(null);
	server = vi.fn<(request: Request) => Promise<Response>>();
	vi.stubGlobal("fetch", (input: RequestInfo, init?: RequestInit) =>
		server(
			new Request(
				new URL(input instanceof Request ? input.url : input, "http://localhost"),
				input instanceof Request ? input : init,
			),
		),
	);
});
afterEach(() => vi.unstubAllGlobals());

describe("every request", () => {
	test("says the reader's language, and a POST can be repeated without harm", async () => {
		server.mockImplementation(async () => answer(200));
		await apiFetch(URL_);
		await apiFetch(URL_, { method: "POST", body: "{}" });
		const [read, write] = seen("/me");
		expect(read?.headers.get("Accept-Language")).toBe("ar");
		expect(read?.headers.has("Idempotency-Key")).toBe(false);
		expect(read?.headers.has("Authorization")).toBe(false);
		expect(write?.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f]{32}$/);
	});
	test("carries the token of the session", async () => {
		server.mockImplementation(async () => answer(200));
		keep(granted("one"));
		await apiFetch(URL_);
		expect(seen("/me")[0]?.headers.get("Authorization")).toBe("Bearer one");
		expect(mayHaveSession()).toBe(true);
	});
});

describe("a token near its end", () => {
	test("is replaced once, however many requests wait for it", async () => {
		keep(granted("old", 0));
		server.mockImplementation(async (request) =>
			request.url.endsWith(REFRESH) ? answer(200, granted("new")) : answer(200),
		);
		await Promise.all([apiFetch(URL_), apiFetch(URL_), apiFetch(URL_)]);
		expect(seen(REFRESH)).toHaveLength(1);
		expect(seen("/me").map((request) => request.headers.get("Authorization"))).toEqual(
			Array(3).fill("Bearer new"),
		);
	});
	test("is replaced when the server no longer takes it, and the request is sent again", async () => {
		keep(granted("revoked"));
		server.mockImplementation(async (request) => {
			if (request.url.endsWith(REFRESH)) return answer(200, granted("fresh"));
			return answer(request.headers.get("Authorization") === "Bearer fresh" ? 200 : 401);
		});
		expect((await apiFetch(URL_)).status).toBe(200);
	});
	test("a refused refresh ends the session", async () => {
		keep(granted("gone"));
		const told = vi.fn();
		const stop = onGranted(told);
		server.mockImplementation(async () =>
			answer(401, { title: "انتهت الجلسة", status: 401, code: "unauthenticated" }),
		);
		await expect(apiFetch(URL_)).rejects.toMatchObject({ status: 401, code: "unauthenticated" });
		expect(told).toHaveBeenLastCalledWith(null);
		expect(hasToken()).toBe(false);
		expect(mayHaveSession()).toBe(false);
		stop();
	});
	test("a server out of breath does not end the session", async () => {
		keep(granted("kept"));
		server.mockImplementation(async (request) => answer(request.url.endsWith(REFRESH) ? 503 : 401));
		await expect(apiFetch(URL_)).rejects.toMatchObject({ status: 401 });
		expect(hasToken()).toBe(true);
	});
});

describe("what goes wrong", () => {
	test("is a problem with the server's words and waiting time", async () => {
		const problem = { title: "محاولات كثيرة", status: 429, code: "throttled" };
		server.mockImplementation(async () => answer(429, problem, { "Retry-After": "90" }));
		await expect(apiFetch(URL_)).rejects.toEqual({ ...problem, retryAfter: 90 });
	});
	test("is a problem too when something else answers, or nothing does", async () => {
		server.mockImplementation(async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));
		await expect(apiFetch(URL_)).rejects.toMatchObject({ status: 502, code: "unexpected_answer" });
		server.mockRejectedValue(new TypeError("network"));
		await expect(apiFetch(URL_)).rejects.toMatchObject({ status: 0, code: "unreachable" });
	});
	test("tells the limits of an amount in dinars, and days by their month", async () => {
		const errors = [
			{ pointer: "/sales/amount", code: "too_large", detail: "Valeur maximale : 1000000000000." },
			{ pointer: "/visitors", code: "too_large", detail: "Valeur maximale : 1000000." },
			{ pointer: "/date", code: "too_early", detail: "Pas avant 2027-03-04 (16-2026-0001)." },
		];
		server.mockImplementation(async () =>
			answer(422, { title: "x", status: 422, code: "invalid", errors }),
		);
		const words = JSON.stringify(await apiFetch(URL_).catch(fieldProblems));
		expect(JSON.parse(words.replace(/[\u2066-\u2069]/g, ""))).toEqual({
			"/sales/amount": "Valeur maximale : 10.000.000.000.",
			"/visitors": "Valeur maximale : 1000000.",
			"/date": "Pas avant 4 مارس 2027 (16-2026-0001).",
		});
	});
	test("of a write whose answer was lost is no second write: sent again, it is known by its key", async () => {
		const write = (body: string) =>
			apiFetch(URL_, {
				method: "POST",
				body,
				headers: { "Content-Type": "application/json" },
			}).catch(() => undefined);
		server.mockRejectedValueOnce(new TypeError("network"));
		server.mockImplementation(async () => answer(201));
		await write("1");
		await write("2");
		await write("1");
		await write("1");
		const keys = seen("/me").map((request) => request.headers.get("Idempotency-Key"));
		expect(keys[2]).toBe(keys[0]);
		expect(new Set(keys).size).toBe(3);
	});
	test("points at fields, the first word on each", () => {
		const errors = [
			{ pointer: "/name", code: "required", detail: "إلزامي" },
			{ pointer: "/name", code: "too_short", detail: "قصير" },
		];
		expect(fieldProblems({ title: "", status: 422, code: "invalid", errors })).toEqual({
			"/name": "إلزامي",
		});
		expect(fieldProblems(new Error("other"))).toEqual({});
	});
});

test("a change names the version or the tag it starts from", () => {
	expect(ifMatch(7)).toEqual({ "If-Match": '"7"' });
	expect(ifMatch('"7-public"')).toEqual({ "If-Match": '"7-public"' });
	expect(ifMatch(null)).toEqual({ "If-Match": '""' });
});
