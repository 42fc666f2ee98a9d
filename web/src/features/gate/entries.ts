export type Passage = "in" | "out";
export type Means = "qr" | "manual";
export type Reason = "unknown_code" | "no_seat" | "not_during_event";

/** Somebody came or went, as this device has seen it. */
export interface Entry {
	/** A UUID: sent again, the entry counts once. */
	id: string;
	code: string;
	direction: Passage;
	method: Means;
	/** When, by the clock of this device. */
	at: string;
}

/** As many entries as the server takes at once. */
export const MOST = 500;

/** The same badge read twice in a moment is one reading. */
export const SAME_READING = 4_000;

export const isSameReading = (before: Entry | undefined, code: string, way: Passage, now: number) =>
	before?.code === code &&
	before.direction === way &&
	now - Date.parse(before.at) < SAME_READING &&
	now >= Date.parse(before.at);
