import { useEffect, useState, useSyncExternalStore } from "react";
import { today } from "@/i18n/days.ts";
import { Gate } from "./gate.ts";
import { isForgotten } from "./roster.ts";
import { openStore, type Store } from "./store.ts";
import { onTold, world } from "./world.ts";

export interface Opened {
	gate: Gate;
	store: Store;
}

async function open(event: string, account: string | null): Promise<Opened | "nobody"> {
	const store = await openStore();
	await store.forget((one) => isForgotten(one, today()) || (!!account && one.account !== account));
	const whose = account ?? (await store.roster(event, null))?.account;
	if (!whose) return "nobody";
	return { gate: new Gate(event, whose, store, world), store };
}

/** The check-in list of an event for an account, or for whoever was here last when there is no connection to ask. */
export function useGate(event: string, account: string | null): Opened | "nobody" | undefined {
	const [opened, setOpened] = useState<Opened | "nobody">();
	useEffect(() => {
		let gone = false;
		let gate: Gate | undefined;
		let leave: (() => void) | undefined;
		setOpened(undefined);
		void open(event, account).then((found) => {
			if (gone) return;
			setOpened(found);
			if (found === "nobody") return;
			gate = found.gate;
			const { reread, sync } = found.gate;
			const look = () => void sync();
			addEventListener("online", look);
			const deaf = onTold(() => void reread());
			leave = () => {
				removeEventListener("online", look);
				deaf();
			};
			void gate.start();
		});
		return () => {
			gone = true;
			leave?.();
			gate?.stop();
		};
	}, [event, account]);
	return opened;
}

export const useGateState = (gate: Gate) => useSyncExternalStore(gate.subscribe, gate.current);
