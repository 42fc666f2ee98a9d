/** Only pages of this application: a link must not send people elsewhere once they have signed in. */
export const safeNext = (next: string | undefined) =>
	next && /^\/(?![/\\])/.test(next) ? next.replace(/^\/(ar|fr|en)(?=\/|$)/, "") || "/" : "/";
