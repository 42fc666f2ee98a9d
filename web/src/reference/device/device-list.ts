import { aheadOf, nextBatch, pauseAfter, type Receipt, settle } from "./entries.ts";
import type { KeptEntry, Listed, Store } from "./store.ts";

/** The device around a list: one sender, other tabs, its name and its clock. */
export interface Device {
	/** One sender at a time, over all open tabs. */
	alone: <T>(work: () => Promise<T>) => Promise<T>;
	/** Tells other tabs that what is kept has changed. */
	tell: () => void;
	device: () => string;
	now: () => number;
}

export interface ListState<R, E> {
	list: R | null;
	waiting: readonly E[];
	refused: readonly E[];
	/** The server is being asked. */
	busy: boolean;
	/** What went wrong the last time the server was asked. */
	error: unknown;
	failures: number;
	/** What is recorded outlives the page. */
	keeps: boolean;
}

type Reasons<E extends KeptEntry> = NonNullable<E["reason"]>;

/** A list of people on this device, with what is noted of them: kept here, sent when it can be. */
export abstract class DeviceList<R extends Listed, E extends KeptEntry> {
	private state: ListState<R, E> = {
		list: null,
		waiting: [],
		refused: [],
		busy: false,
		error: undefined,
		failures: 0,
		keeps: true,
	};
	private readonly listeners = new Set<() => void>();
	private timer: ReturnType<typeof setTimeout> | undefined;
	private again = false;
	/** Whoever opens the page reads the names. */
	private whole = true;
	private open = false;
	private running: Promise<void> | undefined;
	/** On their way into the store, or not taken by it. */
	private readonly unsaved = new Map<string, E>();
	readonly of: string;
	readonly account: string;
	private readonly store: Store<R, E>;
	protected readonly on: Device;

	constructor(of: string, account: string, store: Store<R, E>, on: Device) {
		this.of = of;
		this.account = account;
		this.store = store;
		this.on = on;
	}

	/** As many entries as the server takes at once. */
	protected abstract readonly most: number;
	protected abstract send(batch: readonly E[]): Promise<Receipt<Reasons<E>>>;
	/** The list as the server has it now; the old one where nothing is to be read again, `whole` when everything is. */
	protected abstract look(old: R | null, whole: boolean, sent: boolean): Promise<R>;
	/** Until the server is read again, what it has taken counts here. */
	protected abstract after(list: R, taken: readonly E[], ahead: number): R;
	/** Whether the names may stay on this device. */
	protected abstract isKept(list: R): boolean;

	readonly subscribe = (listener: () => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};
	readonly current = () => this.state;

	private set(patch: Partial<ListState<R, E>>) {
		this.state = { ...this.state, ...patch };
		for (const listener of this.listeners) listener();
	}

	/** Takes up what is kept, then asks the server. */
	async start() {
		this.open = true;
		await this.reread();
		await this.sync();
	}

	stop() {
		this.open = false;
		clearTimeout(this.timer);
	}

	/** Does what is not worth failing for: the page says that it must stay open. */
	private async kept(work: () => Promise<unknown>): Promise<boolean> {
		try {
			await work();
			return true;
		} catch {
			// Storage is full or was taken away.
			this.set({ keeps: false });
			return false;
		}
	}

	/** Reads again what is kept: another tab may have changed it. */
	readonly reread = async () => {
		await this.kept(async () => {
			const [list, entries] = await Promise.all([
				this.store.list(this.of, this.account),
				this.store.entries(this.of, this.account),
			]);
			const unsaved = [...this.unsaved.values()].filter(
				({ id }) => !entries.some((one) => one.id === id),
			);
			this.set({
				list: list ?? this.state.list,
				waiting: [...entries.filter(({ reason }) => reason === undefined), ...unsaved],
				refused: entries.filter(({ reason }) => reason !== undefined),
			});
		});
	};

	/** Writes entries down, and sends them as soon as that can be. */
	protected async keep(entries: readonly E[]) {
		for (const entry of entries) this.unsaved.set(entry.id, entry);
		this.set({ waiting: [...this.state.waiting, ...entries] });
		if (await this.kept(() => this.store.put(entries)))
			for (const { id } of entries) this.unsaved.delete(id);
		this.on.tell();
		void this.sync();
	}

	/** Takes refused entries off the list. */
	readonly dismiss = async (ids: readonly string[]) => {
		this.set({ refused: this.state.refused.filter(({ id }) => !ids.includes(id)) });
		await this.store.remove(ids);
		this.on.tell();
	};

	/** Sends what waits and reads how things are; one at a time, and once more when asked meanwhile. `whole` reads every name again. */
	readonly sync = (whole = false): Promise<void> => {
		this.again = true;
		this.whole ||= whole;
		this.running ??= this.round().finally(() => {
			this.running = undefined;
		});
		return this.running;
	};

	private async round() {
		if (!this.open) return;
		clearTimeout(this.timer);
		this.set({ busy: true });
		try {
			while (this.again) {
				this.again = false;
				await this.on.alone(() => this.exchange());
			}
			this.set({ busy: false, error: undefined, failures: 0 });
		} catch (error) {
			this.set({ busy: false, error, failures: this.state.failures + 1 });
		}
		if (this.open) this.timer = setTimeout(() => void this.sync(), pauseAfter(this.state.failures));
	}

	private async exchange() {
		// Another tab may have sent since.
		await this.reread();
		let sent = false;
		for (;;) {
			const batch = nextBatch(this.state.waiting, this.most);
			if (batch.length === 0) break;
			await this.received(batch, await this.send(batch));
			sent = true;
		}
		const list = await this.look(this.state.list, this.whole, sent);
		this.whole = false;
		this.set({ list });
		if (this.isKept(list)) await this.kept(() => this.store.saveList(list));
		this.on.tell();
	}

	/** Only what the server has answered for leaves the outbox. */
	private async received(batch: readonly E[], receipt: Receipt<Reasons<E>>) {
		const { taken, refused } = settle(batch, receipt);
		const gone = new Set(batch.map(({ id }) => id));
		for (const id of gone) this.unsaved.delete(id);
		const { list } = this.state;
		const ahead = aheadOf(receipt.clock_ahead_seconds);
		this.set({
			waiting: this.state.waiting.filter(({ id }) => !gone.has(id)),
			refused: [...this.state.refused, ...refused],
			list: list && { ...this.after(list, taken, ahead), ahead },
		});
		await this.store.put(refused);
		await this.store.remove(taken.map(({ id }) => id));
	}
}
