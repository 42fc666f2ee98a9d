import { createContext, useContext, useSyncExternalStore } from "react";
import type { Me } from "@/api/gen/types.gen.ts";
import { keep, mayHaveSession, onGranted, refresh } from "@/api/token.ts";

let me: Me | null = null;
/** Who was here before the session ended by itself, or in another tab. */
let before: Me | null = null;
const listeners = new Set<() => void>();

const identityOf = (one: Me) => `${one.id} ${one.acting?.id ?? ""}`;
let last: string | undefined;
let identityChanged: (now: Me | null) => void = () => undefined;

/**
 * What was read for one person, or for one body, is not for the next. Told of somebody else, and of nobody; the same one who
 * comes back finds everything as it was.
 */
export function onIdentity(listener: typeof identityChanged) {
	identityChanged = listener;
}

function change(next: Me | null) {
	const now = next ? identityOf(next) : undefined;
	const other = next ? now !== last : me !== null;
	if (me && !next) before = me;
	me = next;
	if (now) last = now;
	if (other) identityChanged(next);
	for (const listener of listeners) listener();
}

onGranted((granted) => {
	if (granted === null) change(null);
	else if (granted.me) change(granted.me as Me);
});

/** Takes up the session of the cookie, if there is one; called once before the first page. */
export async function restoreSession(): Promise<void> {
	if (!mayHaveSession()) return;
	await refresh().catch(() => false);
}

/** After a change of one's own name or language. */
export const updateMe = (next: Me) => change(next);

/** The server has ended the session; forget what was kept here. */
export const forgetSession = () => {
	keep(null);
	before = null;
};

export const currentUser = () => me;

export const formerUser = () => before;

/** Whose page it still is once their session has ended under their hands: what is typed stays, and the server decides what is allowed. */
export const PageOf = createContext<Me | null>(null);

/** Who is signed in, for which body; `null` for a visitor. */
export function useUser(): Me | null {
	const held = useContext(PageOf);
	const present = useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => me,
	);
	return present ?? held;
}
