import {
	type Cupboard,
	type Store as KeptStore,
	inMemory as keptInMemory,
} from "@/reference/device/store.ts";
import type { Entry, Reason } from "./entries.ts";
import type { Roster } from "./roster.ts";

/** An entry as it is kept: for which event, by whom, and why the server did not take it. */
export interface KeptEntry extends Entry {
	event: string;
	account: string;
	reason?: Reason;
}

/** Codes and times alone stay in the outbox. */
export const cupboard: Cupboard<Roster, KeptEntry> = {
	lists: "check-in-roster",
	outbox: "check-in-outbox",
	key: "event",
	of: ({ event }) => event,
};

export type Store = KeptStore<Roster, KeptEntry>;
export const inMemory = (): Store => keptInMemory<Roster, KeptEntry>(cupboard);
