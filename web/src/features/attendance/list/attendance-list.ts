import type { AttendanceRefusal } from "@/api/gen/types.gen.ts";
import { newId } from "@/api/idempotency.ts";
import { today } from "@/i18n/days.ts";
import { type Device, DeviceList, type ListState } from "@/reference/device/device-list.ts";
import { momentAfter, type Receipt } from "@/reference/device/entries.ts";
import {
	type Cupboard,
	type Store as KeptStore,
	inMemory as keptInMemory,
} from "@/reference/device/store.ts";
import type { KeptNote, Note } from "./marks.ts";
import { isDue, isForgotten, markIn, type Roster, withNotes } from "./roster.ts";

/** What waits has no names; participants are known by their enrolments. */
export const cupboard: Cupboard<Roster, KeptNote> = {
	lists: "attendance-roster",
	outbox: "attendance-outbox",
	key: "cohort",
	of: ({ cohort }) => cohort,
};
export type Store = KeptStore<Roster, KeptNote>;
export const inMemory = (): Store => keptInMemory<Roster, KeptNote>(cupboard);

/** What the server tells of a cohort, its sessions and participants. */
export type Fresh = Omit<Roster, "cohort" | "account" | "read_at" | "synced_at" | "unread">;

/** The world around the list: the server and the device. */
export interface World extends Device {
	fresh: (cohort: string) => Promise<Fresh>;
	send: (
		cohort: string,
		device: string,
		entries: readonly KeptNote[],
	) => Promise<Receipt<AttendanceRefusal>>;
}

export type AttendanceState = ListState<Roster, KeptNote>;

/** As many entries as the server takes at once; it takes more, but a phone that was long away sends them in pieces. */
const MOST = 1_000;

/** The attendance list of a cohort on this device. */
export class AttendanceList extends DeviceList<Roster, KeptNote> {
	protected readonly most = MOST;
	private readonly world: World;

	constructor(cohort: string, account: string, store: Store, world: World) {
		super(cohort, account, store, world);
		this.world = world;
	}

	/** Writes down the same of each of these participants in a session. */
	async note(session: string, enrolments: readonly string[], note: Note) {
		const { list, waiting } = this.current();
		const ahead = list?.ahead ?? 0;
		const now = this.world.now();
		const known = new Map(
			withNotes(list?.people ?? [], waiting, ahead).map((one) => [one.enrolment_id, one]),
		);
		const entry = (enrolment: string): KeptNote => {
			const person = known.get(enrolment);
			return {
				id: newId(),
				at: momentAfter(person && markIn(person, session)?.at, now, ahead),
				cohort: this.of,
				account: this.account,
				session,
				enrolment,
				...note,
			};
		};
		await this.keep(enrolments.map(entry));
	}

	protected send(batch: readonly KeptNote[]) {
		return this.world.send(this.of, this.world.device(), batch);
	}

	protected async look(old: Roster | null, whole: boolean, sent: boolean): Promise<Roster> {
		const now = this.world.now();
		const at = new Date(now).toISOString();
		const before = old && { ...old, unread: old.unread || sent };
		if (before && !whole && !isDue(before, now))
			return { ...before, synced_at: sent ? at : before.synced_at };
		return {
			...(await this.world.fresh(this.of)),
			cohort: this.of,
			account: this.account,
			read_at: at,
			synced_at: at,
			unread: false,
		};
	}

	protected after(roster: Roster, taken: readonly KeptNote[], ahead: number): Roster {
		return { ...roster, people: withNotes(roster.people, taken, ahead) };
	}

	protected isKept(roster: Roster) {
		return roster.records && !isForgotten(roster, today(new Date(this.world.now())));
	}
}
