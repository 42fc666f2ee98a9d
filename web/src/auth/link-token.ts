/** The token of a link from a message. It stands behind the `#`, so that no server and no log ever sees it. */
export const linkToken = (hash: string): string =>
	new URLSearchParams(hash.replace(/^#/, "")).get("token") ?? "";
