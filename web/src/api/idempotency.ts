/** A key that makes repeating one request harmless; works without a secure context, unlike `randomUUID`. */
export function newKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
