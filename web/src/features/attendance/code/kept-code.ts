/** Where the code waits while its reader signs in: the address of that page would tell it to the server when it is read again. */
const KEPT = "attend-code";

/** The code behind the `#` of the address that was read off the wall, or the one kept while signing in. */
export function codeIn(hash: string, session: string): string {
	const code = decodeURIComponent(hash.replace(/^#/, ""));
	if (code) return code;
	try {
		const [of, kept] = (sessionStorage.getItem(KEPT) ?? "").split(" ");
		return of === session && kept ? kept : "";
	} catch {
		// A browser that keeps nothing: the code is typed.
		return "";
	}
}

/** Keeps a code until its reader is in; forgets it without one. */
export function keepCode(session: string, code: string) {
	try {
		if (code) sessionStorage.setItem(KEPT, `${session} ${code}`);
		else sessionStorage.removeItem(KEPT);
	} catch {
		// A browser that keeps nothing: the code is typed.
	}
}
