import { useEffect, useState, useSyncExternalStore } from "react";
import { Sitting } from "./sitting.ts";
import { isOf, storeOf } from "./store.ts";
import { world } from "./world.ts";

const store = storeOf(localStorage);

/** The test of an attempt for an account, or for whoever was here last when there is no connection to ask. */
export function useSitting(id: string, account: string | null): Sitting | "nobody" | undefined {
	const [opened, setOpened] = useState<Sitting | "nobody">();
	useEffect(() => {
		const kept = store.paper(id);
		if (account && kept && kept.account !== account) store.forget(id);
		const whose = account ?? kept?.account;
		if (!whose) return setOpened("nobody");
		const sitting = new Sitting(id, whose, store, world);
		const look = () => void sitting.sync();
		const changed = ({ key, newValue }: StorageEvent) => {
			if (!isOf(key, id)) return;
			sitting.reread();
			// A paper that is kept no more is over: handed in there.
			if (newValue === null && !store.paper(id)) look();
		};
		addEventListener("online", look);
		addEventListener("storage", changed);
		setOpened(sitting);
		void sitting.start();
		return () => {
			removeEventListener("online", look);
			removeEventListener("storage", changed);
			sitting.stop();
		};
	}, [id, account]);
	return opened;
}

export const useSittingState = (sitting: Sitting) =>
	useSyncExternalStore(sitting.subscribe, sitting.current);
