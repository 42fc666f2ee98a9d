interface Page<T> {
	data: { items: T[]; next_cursor?: string | null };
}

/** Every row of a list that is known to be short, page by page; `fetch` gets what to add to its query. */
export async function everyPage<T>(
	fetch: (page: { limit: number; cursor?: string }) => Promise<Page<T>>,
): Promise<T[]> {
	const rows: T[] = [];
	let cursor: string | null | undefined;
	do {
		const { data } = await fetch({ limit: 200, ...(cursor ? { cursor } : {}) });
		rows.push(...data.items);
		cursor = data.next_cursor;
	} while (cursor);
	return rows;
}
