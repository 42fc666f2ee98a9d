import { useState } from "react";

/**
 * Remembers the cursors passed on the way, so that a list given only forward can be walked back.
 * Starts again from the first page whenever `query` (anything that names the list) changes.
 */
export function useCursors(query: string) {
	const [trail, setTrail] = useState<{ query: string; cursors: string[] }>({ query, cursors: [] });
	const cursors = trail.query === query ? trail.cursors : [];
	return {
		cursor: cursors.at(-1),
		/** Zero for the first page. */
		page: cursors.length,
		next: (cursor: string) => setTrail({ query, cursors: [...cursors, cursor] }),
		previous: cursors.length ? () => setTrail({ query, cursors: cursors.slice(0, -1) }) : undefined,
	};
}

export type Cursors = ReturnType<typeof useCursors>;
