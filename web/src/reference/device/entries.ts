/** Something written down on a device. */
export interface Noted {
	/** A UUID: sent again, the entry counts once. */
	id: string;
	/** When, by the clock of this device. */
	at: string;
}

/** What the server says of a batch. */
export interface Receipt<Reason> {
	recorded: number;
	repeated: number;
	refused: readonly { id: string; reason: Reason }[];
	clock_ahead_seconds: number;
}

/** Whether one entry is the later one: its time counts, and of two at the same moment the larger id. */
export const isLater = (one: Noted, than: Noted) => {
	const [a, b] = [Date.parse(one.at), Date.parse(than.at)];
	return a === b ? one.id > than.id : a > b;
};

/** What is sent next: the oldest entries, as many as the server takes at once. */
export const nextBatch = <E extends Noted>(waiting: readonly E[], most: number): E[] =>
	[...waiting].sort((a, b) => (isLater(a, b) ? 1 : -1)).slice(0, most);

/** What a receipt makes of a batch: whatever is not refused is with the server, now or since before. */
export function settle<E extends Noted, Reason>(batch: readonly E[], receipt: Receipt<Reason>) {
	const reasons = new Map(receipt.refused.map(({ id, reason }) => [id, reason]));
	const taken: E[] = [];
	const refused: (E & { reason: Reason })[] = [];
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

/** The time of an entry by the server's clock. */
export const setRight = (entry: Noted, ahead: number) =>
	new Date(Date.parse(entry.at) - ahead * 1000).toISOString();

/** The most by which the clocks of two devices differ without anybody noticing. */
const SLACK = 10_000;

/**
 * When something happens before the device, by its clock. What is known already happened before, also where another device wrote it by a
 * clock that is a little ahead.
 */
export function momentAfter(at: string | null | undefined, now: number, ahead: number): string {
	const known = at ? Date.parse(at) + ahead * 1000 + 1 : 0;
	return new Date(known > now && known - now < SLACK ? known : now).toISOString();
}

/** Clocks this near are taken as equal: what is measured is no finer. */
const EQUAL = 2;
export const aheadOf = (seconds: number) => (Math.abs(seconds) < EQUAL ? 0 : Math.round(seconds));
