import { useState } from "react";

/** What is typed stays in this browser until it is saved or given up. */
export function useKept<T extends object>(key: string, start: () => T) {
	const [state, setState] = useState(() => {
		try {
			const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
			// Kept by this page for itself, so it has the shape this page gives it.
			if (kept !== null) return { value: { ...start(), ...(kept as T) }, restored: true };
		} catch {
			// Unreadable or forbidden: one starts from what is saved.
		}
		return { value: start(), restored: false };
	});
	return {
		...state,
		set: (value: T) => {
			setState({ value, restored: false });
			try {
				localStorage.setItem(key, JSON.stringify(value));
			} catch {
				// A full or forbidden store only loses the copy.
			}
		},
		reset: (value: T) => {
			setState({ value, restored: false });
			localStorage.removeItem(key);
		},
	};
}
