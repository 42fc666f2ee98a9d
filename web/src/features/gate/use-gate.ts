import { type Kind, useDeviceList } from "@/reference/device/use-device-list.ts";
import { Gate } from "./gate.ts";
import { isForgotten, type Roster } from "./roster.ts";
import { cupboard, type KeptEntry } from "./store.ts";
import { onTold, world } from "./world.ts";

const GATE: Kind<Roster, KeptEntry, Gate> = {
	cupboard,
	isForgotten,
	open: (event, account, store) => new Gate(event, account, store, world),
	onTold,
};

/** The check-in list of an event. */
export const useGate = (event: string) => useDeviceList(GATE, event);
