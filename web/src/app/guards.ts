import { redirect } from "@tanstack/react-router";
import { currentUser } from "@/auth/session.ts";

const guarded = new Set<string>();
const pathOf = (href: string) => href.replace(/[?#].*$/s, "");

/** Pages of people who are signed in: others sign in first and come back to `href`. */
export function requireUser(href: string) {
	guarded.add(pathOf(href));
	// Fetched now: once the session is over, the network may be too.
	void import("./shell/signed-out.tsx").catch(() => undefined);
	if (!currentUser()) throw redirect({ to: "/sign-in", search: { next: href } });
}

/** Whether this page was opened by somebody who was signed in, and had to be. */
export const isGuarded = (pathname: string) => guarded.has(pathname);
