import { localeOf } from "@/i18n/locale.ts";
import type { CreateClientConfig } from "./gen/client.gen.ts";
import { newKey } from "./idempotency.ts";
import { type Problem, problemIn } from "./problem.ts";
import { currentToken, hasToken, refresh } from "./token.ts";

/** Adds who asks, in which language, and what makes a repeated POST harmless. */
async function dressed(request: Request): Promise<Request> {
	const headers = new Headers(request.headers);
	const token = await currentToken();
	if (token) headers.set("Authorization", `Bearer ${token}`);
	headers.set("Accept-Language", localeOf(location.pathname));
	if (request.method === "POST" && !headers.has("Idempotency-Key")) {
		headers.set("Idempotency-Key", newKey());
	}
	return new Request(request, { headers });
}

const unreachable: Problem = { title: "", status: 0, code: "unreachable" };

/** Every answer that is not a success becomes a problem, also those no server of ours wrote. */
async function problemOf(response: Response): Promise<Problem> {
	const body: unknown = await response.json().catch(() => null);
	const wait = Number(response.headers.get("Retry-After"));
	return { ...problemIn(body, response.status), ...(wait > 0 ? { retryAfter: wait } : {}) };
}

/** The one door to the API: credentials and refresh live here, nowhere else. */
export async function apiFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
	const original = new Request(input, init);
	const spare = original.clone();
	let response: Response;
	try {
		response = await fetch(await dressed(original));
		if (response.status === 401 && hasToken() && (await refresh())) {
			response = await fetch(await dressed(spare));
		}
	} catch (failure) {
		if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
		throw unreachable;
	}
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
