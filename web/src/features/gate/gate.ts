import type { EventPresence } from "@/api/gen/types.gen.ts";
import { newId } from "@/api/idempotency.ts";
import { today } from "@/i18n/days.ts";
import { type Device, DeviceList, type ListState } from "@/reference/device/device-list.ts";
import type { Receipt } from "@/reference/device/entries.ts";
import { isSameReading, type Means, MOST, type Passage, type Reason } from "./entries.ts";
import { isDue, isForgotten, momentOf, type Roster, withEntries } from "./roster.ts";
import type { KeptEntry, Store } from "./store.ts";

/** What the server tells of an event and its badges. */
export type Fresh = Omit<Roster, "event" | "account" | "days" | "read_at" | "synced_at">;

/** The world around the gate: the server and the device. */
export interface World extends Device {
	fresh: (event: string) => Promise<Fresh>;
	presence: (event: string) => Promise<EventPresence>;
	send: (event: string, device: string, entries: readonly KeptEntry[]) => Promise<Receipt<Reason>>;
}

export type GateState = ListState<Roster, KeptEntry>;

/** The check-in list of an event on this device. */
export class Gate extends DeviceList<Roster, KeptEntry> {
	protected readonly most = MOST;
	private last: KeptEntry | undefined;
	private readonly world: World;

	constructor(event: string, account: string, store: Store, world: World) {
		super(event, account, store, world);
		this.world = world;
	}

	/** Writes down that somebody passes; nothing when the same badge was read a moment ago. */
	async record(code: string, direction: Passage, method: Means): Promise<KeptEntry | null> {
		const { list, waiting } = this.current();
		const now = this.world.now();
		if (isSameReading(this.last, code, direction, now)) return null;
		const ahead = list?.ahead ?? 0;
		const known = withEntries(list?.badges ?? [], waiting, ahead);
		const badge = known.find((one) => one.code === code);
		const entry: KeptEntry = {
			id: newId(),
			code,
			direction,
			method,
			at: momentOf(badge, now, ahead),
			event: this.of,
			account: this.account,
		};
		this.last = entry;
		await this.keep([entry]);
		return entry;
	}

	protected send(batch: readonly KeptEntry[]) {
		return this.world.send(this.of, this.world.device(), batch);
	}

	/** Badges are read again only where the numbers do not agree. */
	protected async look(old: Roster | null, whole: boolean): Promise<Roster> {
		const presence = await this.world.presence(this.of);
		const at = new Date(this.world.now()).toISOString();
		const read =
			old && !whole && !isDue(old, presence, this.world.now())
				? old
				: { ...(await this.world.fresh(this.of)), read_at: at };
		return {
			...read,
			event: this.of,
			account: this.account,
			days: presence.days,
			synced_at: at,
		};
	}

	protected after(roster: Roster, taken: readonly KeptEntry[], ahead: number): Roster {
		return { ...roster, badges: withEntries(roster.badges, taken, ahead) };
	}

	protected isKept(roster: Roster) {
		return !isForgotten(roster, today(new Date(this.world.now())));
	}
}
