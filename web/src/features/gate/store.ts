import type { Entry, Reason } from "./entries.ts";
import type { Roster } from "./roster.ts";

/** An entry as it is kept: for which event, by whom, and why the server did not take it. */
export interface KeptEntry extends Entry {
	event: string;
	account: string;
	reason?: Reason;
}

export interface Store {
	/** Whether what is kept outlives the page. */
	durable: boolean;
	/** The roster of an event; without an account, of whoever was here last. */
	roster: (event: string, account: string | null) => Promise<Roster | undefined>;
	saveRoster: (roster: Roster) => Promise<void>;
	/** Forgets the rosters that fit. */
	forget: (fits: (roster: Roster) => boolean) => Promise<void>;
	entries: (event: string, account: string) => Promise<KeptEntry[]>;
	put: (entries: readonly KeptEntry[]) => Promise<void>;
	remove: (ids: readonly string[]) => Promise<void>;
}

/** Names people: goes with the session, where that is forgotten (see `api/token`). */
const ROSTERS = "check-in-roster";
/** Codes and times alone: stays until it is sent. */
const OUTBOX = "check-in-outbox";

const done = <T>(request: IDBRequest<T>) =>
	new Promise<T>((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

function opened(name: string, keyPath: string | string[]): Promise<IDBDatabase> {
	const request = indexedDB.open(name, 1);
	request.onupgradeneeded = () => request.result.createObjectStore("kept", { keyPath });
	return done(request);
}

/** A connection for each step: none stands in the way when the database is to be deleted. */
async function within<T>(
	name: string,
	mode: IDBTransactionMode,
	work: (kept: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
	const database = await opened(name, name === ROSTERS ? ["event", "account"] : "id");
	try {
		const transaction = database.transaction("kept", mode);
		const ended = new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
		});
		const request = work(transaction.objectStore("kept"));
		const [result] = await Promise.all([request && done(request), ended]);
		return result;
	} finally {
		database.close();
	}
}

const allRosters = async () =>
	((await within(ROSTERS, "readonly", (kept) => kept.getAll())) ?? []) as Roster[];

const inBrowser: Store = {
	durable: true,
	roster: async (event, account) =>
		(await allRosters()).find(
			(one) => one.event === event && (account === null || one.account === account),
		),
	saveRoster: async (roster) => {
		await within(ROSTERS, "readwrite", (kept) => kept.put(roster));
	},
	forget: async (fits) => {
		const old = (await allRosters()).filter(fits);
		await within(ROSTERS, "readwrite", (kept) => {
			for (const { event, account } of old) kept.delete([event, account]);
			return undefined;
		});
	},
	entries: async (event, account) => {
		const all = (await within(OUTBOX, "readonly", (kept) => kept.getAll())) as KeptEntry[];
		return all.filter((one) => one.event === event && one.account === account);
	},
	put: async (entries) => {
		await within(OUTBOX, "readwrite", (kept) => {
			for (const entry of entries) kept.put(entry);
			return undefined;
		});
	},
	remove: async (ids) => {
		await within(OUTBOX, "readwrite", (kept) => {
			for (const id of ids) kept.delete(id);
			return undefined;
		});
	},
};

/** For a browser that keeps nothing: as long as the page is open. */
export function inMemory(): Store {
	let rosters: Roster[] = [];
	const entries = new Map<string, KeptEntry>();
	return {
		durable: false,
		roster: async (event, account) =>
			rosters.find((one) => one.event === event && (account === null || one.account === account)),
		saveRoster: async (roster) => {
			rosters = [
				roster,
				...rosters.filter(
					({ event, account }) => event !== roster.event || account !== roster.account,
				),
			];
		},
		forget: async (fits) => {
			rosters = rosters.filter((one) => !fits(one));
		},
		entries: async (event, account) =>
			[...entries.values()].filter((one) => one.event === event && one.account === account),
		put: async (more) => {
			for (const entry of more) entries.set(entry.id, entry);
		},
		remove: async (ids) => {
			for (const id of ids) entries.delete(id);
		},
	};
}

/** The store of this browser, or one in memory where the browser refuses. */
export async function openStore(): Promise<Store> {
	try {
		await allRosters();
		return inBrowser;
	} catch {
		// Private windows of some browsers, or storage that is full or forbidden: the page says so.
		return inMemory();
	}
}
