import { useState } from "react";
import { EMPTY, type FileValues } from "./values.ts";

// What is typed is kept in the browser until it has reached the server: a closed tab, a dead
// battery or an ended session lose nothing.

interface Kept {
	values: FileValues;
	/** The tag of the file it was typed over; another one means the file has changed since. */
	etag: string | null;
	/** What the file said then. */
	base?: FileValues | undefined;
}

const keyOf = (id: string) => `draft:${id}`;

/** `id` is the association's, or `new`. */
export function readDraft(id: string): Kept | null {
	try {
		const text = localStorage.getItem(keyOf(id));
		if (!text) return null;
		const kept = JSON.parse(text) as Kept;
		// A draft from before a field was there has the field empty.
		const seat = { ...EMPTY.seat, ...kept.values.seat };
		return { ...kept, values: { ...EMPTY, ...kept.values, seat } };
	} catch {
		// An unreadable draft is no draft; the file on the server is still there.
		return null;
	}
}

export function keepDraft(id: string, kept: Kept) {
	try {
		localStorage.setItem(keyOf(id), JSON.stringify(kept));
	} catch {
		// A full or forbidden store: the form itself still holds everything.
	}
}

export const dropDraft = (id: string) => localStorage.removeItem(keyOf(id));

/** The draft of a new file under this name: resumed when one was kept here, or given up for an empty form. */
export function useNewDraft(id: string) {
	const [kept, setKept] = useState(() => readDraft(id));
	const [round, setRound] = useState(0);
	return {
		initial: kept?.values ?? EMPTY,
		/** What stands in the form was typed on an earlier visit, perhaps by somebody else. */
		resumed: kept !== null,
		/** Changes with each form that begins anew. */
		round,
		restart: () => {
			dropDraft(id);
			setKept(null);
			setRound(round + 1);
		},
	};
}
