import { localeOf } from "@/i18n/locale.ts";
import { newKey } from "./idempotency.ts";

/** What signing in, refreshing and changing bodies answer; `me` is read by the layer above. */
export interface Granted {
	access_token: string;
	expires_in: number;
	me?: unknown;
}

interface Access {
	token: string;
	/** Milliseconds since the epoch after which the token is not sent any more. */
	until: number;
}

/** Seconds before its end at which a token is replaced rather than sent. */
const MARGIN = 20;
/** Only says that a cookie is likely there, so that visitors never cause a refused refresh. */
const HINT = "signed-in";
/** Lists of people on the device, for days without a network: they go with the session. */
const NAMES_ON_DEVICE = ["check-in-roster", "attendance-roster"] as const;
export type NamesOnDevice = (typeof NAMES_ON_DEVICE)[number];

let access: Access | null = null;
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<(granted: Granted | null) => void>();
/** Names of the tests kept for whoever loses the connection in the middle: with the participant, so they go with the session. */
export const PAPERS = "exam-paper:";

function forgetPapers() {
	for (const name of Object.keys(localStorage)) {
		if (name.startsWith(PAPERS)) localStorage.removeItem(name);
	}
}

/** Told of every new token, and of `null` when the session has ended. */
export function onGranted(listener: (granted: Granted | null) => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function keep(granted: Granted | null) {
	access = granted && {
		token: granted.access_token,
		until: Date.now() + (granted.expires_in - MARGIN) * 1000,
	};
	if (granted) localStorage.setItem(HINT, "1");
	else {
		localStorage.removeItem(HINT);
		for (const name of NAMES_ON_DEVICE) window.indexedDB?.deleteDatabase(name);
	}
	for (const listener of listeners) listener(granted);
	if (!granted) forgetPapers();
}

/**
 * Signed out in another tab, one is signed out here; signed in there, here too, and what stands half typed on this page can be
 * sent. Other tabs alone are heard.
 */
export function followOtherTabs() {
	window.addEventListener("storage", ({ key, newValue }) => {
		if (key !== HINT && key !== null) return;
		if (newValue === null) {
			if (access) keep(null);
		} else if (!access) void refresh().catch(() => false);
	});
}

export const mayHaveSession = () => localStorage.getItem(HINT) !== null;
export const hasToken = () => access !== null;

async function askRefresh(): Promise<boolean> {
	const response = await fetch("/api/v1/auth/session/refresh", {
		method: "POST",
		headers: {
			"Accept-Language": localeOf(location.pathname),
			"Idempotency-Key": newKey(),
		},
	});
	if (response.ok) {
		keep((await response.json()) as Granted);
		return true;
	}
	// Refused for good; anything else (a server at rest, too many requests) leaves the session be.
	if (response.status === 401 || response.status === 403) keep(null);
	return false;
}

/**
 * One refresh at a time, over all open tabs: the refresh token rotates, and using an old one
 * would end the whole session.
 */
export function refresh(): Promise<boolean> {
	// There are no locks without a secure connection; then only this tab is kept in order.
	const locks: LockManager | undefined = navigator.locks;
	refreshing ??= (locks ? locks.request("session-refresh", askRefresh) : askRefresh()).finally(
		() => {
			refreshing = null;
		},
	);
	return refreshing;
}

/** The token to send now, refreshed when it is near its end. */
export async function currentToken(): Promise<string | null> {
	if (access && Date.now() >= access.until) await refresh();
	return access?.token ?? null;
}
