import { newKey } from "@/api/idempotency.ts";

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

/** An entry the server has not taken, and why. */
export interface Refused extends Entry {
	reason: Reason;
}

/** What the server says of a batch. */
export interface Receipt {
	recorded: number;
	repeated: number;
	refused: readonly { id: string; reason: Reason }[];
	clock_ahead_seconds: number;
}

/** As many entries as the server takes at once. */
export const MOST = 500;

/** A random UUID; `crypto.randomUUID` is not there without a secure connection. */
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

/** Whether one entry is the later one: its time counts, and of two at the same moment the larger id. */
export const isLater = (one: Pick<Entry, "id" | "at">, than: Pick<Entry, "id" | "at">) => {
	const [a, b] = [Date.parse(one.at), Date.parse(than.at)];
	return a === b ? one.id > than.id : a > b;
};

/** What is sent next: the oldest entries, as many as the server takes at once. */
export const nextBatch = <E extends Entry>(waiting: readonly E[]): E[] =>
	[...waiting].sort((a, b) => (isLater(a, b) ? 1 : -1)).slice(0, MOST);

/** What a receipt makes of a batch: whatever is not refused is with the server, now or since before. */
export function settle<E extends Entry>(batch: readonly E[], receipt: Receipt) {
	const reasons = new Map(receipt.refused.map(({ id, reason }) => [id, reason]));
	const taken: E[] = [];
	const refused: (E & Refused)[] = [];
	for (const entry of batch) {
		const reason = reasons.get(entry.id);
		if (reason) refused.push({ ...entry, reason });
		else taken.push(entry);
	}
	return { taken, refused };
}

const FIRST_PAUSE = 2_000;
/** How long the page goes without asking, whatever happens. */
export const ROUND = 30_000;

/** How long to wait after so many failures in a row: twice as long each time, and never more than two minutes. */
export const pauseAfter = (failures: number) =>
	failures === 0 ? ROUND : Math.min(FIRST_PAUSE * 2 ** (failures - 1), 4 * ROUND);

/** The same badge read twice in a moment is one reading. */
export const SAME_READING = 4_000;

export const isSameReading = (before: Entry | undefined, code: string, way: Passage, now: number) =>
	before?.code === code &&
	before.direction === way &&
	now - Date.parse(before.at) < SAME_READING &&
	now >= Date.parse(before.at);
