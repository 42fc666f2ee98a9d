/** A resource with the tag that a change of it must name. */
export interface Tagged<T> {
	data: T;
	etag: string | null;
}

/** Keeps the entity tag of a generated call beside its data. */
export async function tagged<T>(
	call: Promise<{ data: T; response: Response }>,
): Promise<Tagged<T>> {
	const { data, response } = await call;
	return { data, etag: response.headers.get("ETag") };
}
