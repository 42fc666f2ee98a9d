import type { NamesOnDevice } from "@/api/token.ts";

/** A list as it is kept on the device, and for whom. */
export interface Listed {
	account: string;
	/** When the server was last asked, by the clock of this device. */
	synced_at: string;
	/** Seconds by which the clock of this device is ahead of the server's. */
	ahead: number;
}

/** An entry as it is kept: by whom, and why the server did not take it. */
export interface KeptEntry {
	id: string;
	at: string;
	account: string;
	reason?: string | undefined;
}

/** Where the lists of one kind and their entries are kept. */
export interface Cupboard<R extends Listed, E extends KeptEntry> {
	/** Names people: goes with the session, where that is forgotten (see `api/token`). */
	lists: NamesOnDevice;
	/** What waits, without names: stays until it is sent. */
	outbox: string;
	/** The member that says what a list is of. */
	key: string;
	of: (one: R | E) => string;
}

export interface Store<R, E> {
	/** Whether what is kept outlives the page. */
	durable: boolean;
	/** The list of something; without an account, of whoever was here last. */
	list: (of: string, account: string | null) => Promise<R | undefined>;
	saveList: (list: R) => Promise<void>;
	/** Forgets the lists that fit. */
	forget: (fits: (list: R) => boolean) => Promise<void>;
	entries: (of: string, account: string) => Promise<E[]>;
	put: (entries: readonly E[]) => Promise<void>;
	remove: (ids: readonly string[]) => Promise<void>;
}

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
	keyPath: string | string[],
	mode: IDBTransactionMode,
	work: (kept: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
	const database = await opened(name, keyPath);
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

function inBrowser<R extends Listed, E extends KeptEntry>(kind: Cupboard<R, E>): Store<R, E> {
	const lists = <T>(
		mode: IDBTransactionMode,
		work: (kept: IDBObjectStore) => IDBRequest<T> | undefined,
	) => within(kind.lists, [kind.key, "account"], mode, work);
	const outbox = <T>(
		mode: IDBTransactionMode,
		work: (kept: IDBObjectStore) => IDBRequest<T> | undefined,
	) => within(kind.outbox, "id", mode, work);
	const all = async () => ((await lists("readonly", (kept) => kept.getAll())) ?? []) as R[];
	return {
		durable: true,
		list: async (of, account) =>
			(await all()).find(
				(one) => kind.of(one) === of && (account === null || one.account === account),
			),
		saveList: async (list) => {
			await lists("readwrite", (kept) => kept.put(list));
		},
		forget: async (fits) => {
			const old = (await all()).filter(fits);
			await lists("readwrite", (kept) => {
				for (const one of old) kept.delete([kind.of(one), one.account]);
				return undefined;
			});
		},
		entries: async (of, account) => {
			const waiting = (await outbox("readonly", (kept) => kept.getAll())) as E[];
			return waiting.filter((one) => kind.of(one) === of && one.account === account);
		},
		put: async (entries) => {
			await outbox("readwrite", (kept) => {
				for (const entry of entries) kept.put(entry);
				return undefined;
			});
		},
		remove: async (ids) => {
			await outbox("readwrite", (kept) => {
				for (const id of ids) kept.delete(id);
				return undefined;
			});
		},
	};
}

/** For a browser that keeps nothing: as long as the page is open. */
export function inMemory<R extends Listed, E extends KeptEntry>({
	of,
}: Pick<Cupboard<R, E>, "of">): Store<R, E> {
	let lists: R[] = [];
	const entries = new Map<string, E>();
	return {
		durable: false,
		list: async (wanted, account) =>
			lists.find((one) => of(one) === wanted && (account === null || one.account === account)),
		saveList: async (list) => {
			lists = [
				list,
				...lists.filter((one) => of(one) !== of(list) || one.account !== list.account),
			];
		},
		forget: async (fits) => {
			lists = lists.filter((one) => !fits(one));
		},
		entries: async (wanted, account) =>
			[...entries.values()].filter((one) => of(one) === wanted && one.account === account),
		put: async (more) => {
			for (const entry of more) entries.set(entry.id, entry);
		},
		remove: async (ids) => {
			for (const id of ids) entries.delete(id);
		},
	};
}

/** The store of this browser, or one in memory where the browser refuses. */
export async function openStore<R extends Listed, E extends KeptEntry>(
	kind: Cupboard<R, E>,
): Promise<Store<R, E>> {
	const store = inBrowser(kind);
	try {
		await store.list("", null);
		return store;
	} catch {
		// Private windows of some browsers, or storage that is full or forbidden: the page says so.
		return inMemory<R, E>(kind);
	}
}
