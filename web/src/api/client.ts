import { localeOf } from "@/i18n/locale.ts";
import type { CreateClientConfig } from "./gen/client.gen.ts";
import { newKey } from "./idempotency.ts";
import { type Problem, problemIn } from "./problem.ts";
import { currentToken, hasToken, refresh } from "./token.ts";

/** Adds who asks, in which language, and what makes a repeated POST harmless. */
async function dressed(request: Request, key: string | undefined): Promise<Request> {
	const headers = new Headers(request.headers);
	const token = await currentToken();
	if (token) headers.set("Authorization", `Bearer ${token}`);
	headers.set("Accept-Language", localeOf(location.pathname));
	if (key) headers.set("Idempotency-Key", key);
	return new Request(request, { headers });
}

const unreachable: Problem = { title: "", status: 0, code: "unreachable" };

/** Every answer that is not a success becomes a problem, also those no server of ours wrote. */
async function problemOf(response: Response): Promise<Problem> {
	const body: unknown = await response.json().catch(() => null);
	const wait = Number(response.headers.get("Retry-After"));
	return { ...problemIn(body, response.status), ...(wait > 0 ? { retryAfter: wait } : {}) };
}

/** Keys of the writes whose answer was lost, by what was sent. */
const unanswered = new Map<string, string>();

/** A write that may be sent again and is to be done once. */
const isKeyed = (request: Request) =>
	request.method === "POST" && !request.headers.has("Idempotency-Key");

/** What a write says, to know it again; a file is not read for that. */
async function saidBy(request: Request): Promise<string | undefined> {
	const type = request.headers.get("Content-Type") ?? "application/json";
	if (!isKeyed(request) || !type.startsWith("application/json")) return undefined;
	return `${request.url}\n${await request.clone().text()}`;
}

/** The one door to the API: credentials and refresh live here, nowhere else. */
export async function apiFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
	const original = new Request(input, init);
	const spare = original.clone();
	const said = await saidBy(original);
	const key = isKeyed(original) ? ((said && unanswered.get(said)) ?? newKey()) : undefined;
	let response: Response;
	try {
		response = await fetch(await dressed(original, key));
		if (response.status === 401 && hasToken() && (await refresh())) {
			response = await fetch(await dressed(spare, key));
		}
	} catch (failure) {
		if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
		// It may have been done all the same: sent again as it is, it is done once.
		if (said && key) unanswered.set(said, key);
		throw unreachable;
	}
	if (said) unanswered.delete(said);
	if (!response.ok && response.status !== 304) throw await problemOf(response);
	return response;
}

/** Called once by the generated client. */
export const createClientConfig: CreateClientConfig = (config) => ({
	...config,
	baseUrl: location.origin,
	fetch: apiFetch,
	throwOnError: true,
});

/**
 * Names what a change starts from: the tag of the answer it was read in, or the version of a row
 * read in a list. A resource read without either matches nothing.
 */
export const ifMatch = (from: string | number | null) => ({
	"If-Match": typeof from === "number" ? `"${from}"` : (from ?? '""'),
});
