import type { EventPresence } from "@/api/gen/types.gen.ts";
import { today } from "@/i18n/days.ts";
import {
	isSameReading,
	type Means,
	newId,
	nextBatch,
	type Passage,
	pauseAfter,
	type Receipt,
	settle,
} from "./entries.ts";
import { aheadOf, isDue, isForgotten, momentOf, type Roster, withEntries } from "./roster.ts";
import type { KeptEntry, Store } from "./store.ts";

/** What the server tells of an event and its badges. */
export type Fresh = Omit<Roster, "event" | "account" | "days" | "read_at" | "synced_at">;

/** The world around the gate: the server and the clock. */
export interface World {
	fresh: (event: string) => Promise<Fresh>;
	presence: (event: string) => Promise<EventPresence>;
	send: (event: string, device: string, entries: readonly KeptEntry[]) => Promise<Receipt>;
	/** One sender at a time, over all open tabs. */
	alone: <T>(work: () => Promise<T>) => Promise<T>;
	/** Tells other tabs that what is kept has changed. */
	tell: () => void;
	device: () => string;
	now: () => number;
}

export interface GateState {
	roster: Roster | null;
	waiting: readonly KeptEntry[];
	refused: readonly KeptEntry[];
	/** The server is being asked. */
	busy: boolean;
	/** What went wrong the last time the server was asked. */
	error: unknown;
	failures: number;
	/** What is recorded outlives the page. */
	keeps: boolean;
}

const isRefused = (entry: KeptEntry) => entry.reason !== undefined;

/** The check-in list of an event on this device: kept here, sent when it can be. */
export class Gate {
	private state: GateState = {
		roster: null,
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
	/** Whoever opens the page reads the badges. */
	private whole = true;
	private open = false;
	private last: KeptEntry | undefined;
	/** On their way into the store, or not taken by it. */
	private readonly unsaved = new Map<string, KeptEntry>();
	private readonly event: string;
	readonly account: string;
	private readonly store: Store;
	private readonly world: World;

	constructor(event: string, account: string, store: Store, world: World) {
		this.event = event;
		this.account = account;
		this.store = store;
		this.world = world;
	}

	readonly subscribe = (listener: () => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};
	readonly current = () => this.state;

	private set(patch: Partial<GateState>) {
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
			const [roster, entries] = await Promise.all([
				this.store.roster(this.event, this.account),
				this.store.entries(this.event, this.account),
			]);
			const unsaved = [...this.unsaved.values()].filter(
				({ id }) => !entries.some((one) => one.id === id),
			);
			this.set({
				roster: roster ?? this.state.roster,
				waiting: [...entries.filter((entry) => !isRefused(entry)), ...unsaved],
				refused: entries.filter(isRefused),
			});
		});
	};

	/** Writes down that somebody passes; nothing when the same badge was read a moment ago. */
	async record(code: string, direction: Passage, method: Means): Promise<KeptEntry | null> {
		const { roster, waiting } = this.state;
		const now = this.world.now();
		if (isSameReading(this.last, code, direction, now)) return null;
		const ahead = roster?.ahead ?? 0;
		const known = withEntries(roster?.badges ?? [], waiting, ahead);
		const badge = known.find((one) => one.code === code);
		const entry: KeptEntry = {
			id: newId(),
			code,
			direction,
			method,
			at: momentOf(badge, now, ahead),
			event: this.event,
			account: this.account,
		};
		this.last = entry;
		this.unsaved.set(entry.id, entry);
		this.set({ waiting: [...waiting, entry] });
		if (await this.kept(() => this.store.put([entry]))) this.unsaved.delete(entry.id);
		this.world.tell();
		void this.sync();
		return entry;
	}

	/** Takes refused entries off the list. */
	async dismiss(ids: readonly string[]) {
		this.set({ refused: this.state.refused.filter(({ id }) => !ids.includes(id)) });
		await this.store.remove(ids);
		this.world.tell();
	}

	/**
	 * Sends what waits and reads how things are; one at a time, and once more when asked meanwhile. `whole` reads every badge again, also
	 * when the numbers agree.
	 */
	readonly sync = (whole = false): Promise<void> => {
		this.again = true;
		this.whole ||= whole;
		this.running ??= this.round().finally(() => {
			this.running = undefined;
		});
		return this.running;
	};
	private running: Promise<void> | undefined;

	private async round() {
		if (!this.open) return;
		clearTimeout(this.timer);
		this.set({ busy: true });
		try {
			while (this.again) {
				this.again = false;
				await this.world.alone(() => this.exchange());
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
		for (;;) {
			const batch = nextBatch(this.state.waiting);
			if (batch.length === 0) break;
			await this.received(batch, await this.world.send(this.event, this.world.device(), batch));
		}
		const presence = await this.world.presence(this.event);
		const at = new Date(this.world.now()).toISOString();
		const old = this.state.roster;
		const read =
			old && !this.whole && !isDue(old, presence, this.world.now())
				? old
				: { ...(await this.world.fresh(this.event)), read_at: at };
		this.whole = false;
		const roster: Roster = {
			...read,
			event: this.event,
			account: this.account,
			days: presence.days,
			synced_at: at,
		};
		this.set({ roster });
		const day = today(new Date(this.world.now()));
		if (!isForgotten(roster, day)) await this.kept(() => this.store.saveRoster(roster));
		this.world.tell();
	}

	/** Only what the server has answered for leaves the outbox. */
	private async received(batch: readonly KeptEntry[], receipt: Receipt) {
		const { taken, refused } = settle(batch, receipt);
		const gone = new Set(batch.map(({ id }) => id));
		for (const id of gone) this.unsaved.delete(id);
		const { roster } = this.state;
		const ahead = aheadOf(receipt.clock_ahead_seconds);
		this.set({
			waiting: this.state.waiting.filter(({ id }) => !gone.has(id)),
			refused: [...this.state.refused, ...refused],
			// Until the server is read again, what it has taken counts here.
			roster: roster && { ...roster, ahead, badges: withEntries(roster.badges, taken, ahead) },
		});
		await this.store.put(refused);
		await this.store.remove(taken.map(({ id }) => id));
	}
}
