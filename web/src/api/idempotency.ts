/** A key that makes repeating one request harmless; works without a secure context, unlike `randomUUID`. */
export function newKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A random UUID, for what is named on the device; `crypto.randomUUID` is not there without a secure connection. */
export function newId(): string {
	const hex = newKey();
	const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20),
	].join("-");
}
