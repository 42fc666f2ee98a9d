import { redirect } from "@tanstack/react-router";
import { currentUser } from "@/auth/session.ts";

/** Pages of people who are signed in: others sign in first and come back to `href`. */
export function requireUser(href: string) {
	if (!currentUser()) throw redirect({ to: "/sign-in", search: { next: href } });
}
