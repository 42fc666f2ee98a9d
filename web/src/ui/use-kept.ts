import { useState } from "react";

const readKept = (key: string): unknown => {
	try {
		return JSON.parse(localStorage.getItem(key) ?? "null");
	} catch {
		// Unreadable or forbidden: one starts from what is saved.
		return null;
	}
};

/** Whether something was typed and not saved. */
export const isKept = (key: string) => readKept(key) !== null;

/** What is typed stays in this browser until it is saved or given up. */
export function useKept<T extends object>(key: string, start: () => T) {
	const [state, setState] = useState(() => {
		const kept = readKept(key);
		// Kept by this page for itself, so it has the shape this page gives it.
		return { value: { ...start(), ...(kept as T | null) }, restored: kept !== null };
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
