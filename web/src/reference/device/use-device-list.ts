import { useEffect, useState, useSyncExternalStore } from "react";
import { useUser } from "@/auth/session.ts";
import { today } from "@/i18n/days.ts";
import type { DeviceList } from "./device-list.ts";
import { type Cupboard, type KeptEntry, type Listed, openStore, type Store } from "./store.ts";

/** Lists of one kind: where they are kept, and how one is opened. */
export interface Kind<R extends Listed, E extends KeptEntry, L extends DeviceList<R, E>> {
	cupboard: Cupboard<R, E>;
	/** Whether the names must go, on a day. */
	isForgotten: (list: R, today: string) => boolean;
	open: (of: string, account: string, store: Store<R, E>) => L;
	/** Called when another tab has changed what is kept. */
	onTold: (listener: () => void) => () => void;
}

export interface Opened<L> {
	list: L;
	durable: boolean;
}

async function open<R extends Listed, E extends KeptEntry, L extends DeviceList<R, E>>(
	kind: Kind<R, E, L>,
	of: string,
	account: string | null,
): Promise<Opened<L> | "nobody"> {
	const store = await openStore(kind.cupboard);
	await store.forget(
		(one) => kind.isForgotten(one, today()) || (!!account && one.account !== account),
	);
	const whose = account ?? (await store.list(of, null))?.account;
	if (!whose) return "nobody";
	return { list: kind.open(of, whose, store), durable: store.durable };
}

/** A list for whoever is signed in, or for whoever was here last when there is no connection to ask. */
export function useDeviceList<R extends Listed, E extends KeptEntry, L extends DeviceList<R, E>>(
	kind: Kind<R, E, L>,
	of: string,
): Opened<L> | "nobody" | undefined {
	const user = useUser();
	const [account, setAccount] = useState(user?.id ?? null);
	const [opened, setOpened] = useState<Opened<L> | "nobody">();
	useEffect(() => {
		let gone = false;
		let list: L | undefined;
		let leave: (() => void) | undefined;
		setOpened(undefined);
		void open(kind, of, account).then((found) => {
			if (gone) return;
			setOpened(found);
			if (found === "nobody") return;
			list = found.list;
			const { reread, sync } = found.list;
			const look = () => void sync();
			addEventListener("online", look);
			const deaf = kind.onTold(() => void reread());
			leave = () => {
				removeEventListener("online", look);
				deaf();
			};
			void found.list.start();
		});
		return () => {
			gone = true;
			leave?.();
			list?.stop();
		};
	}, [kind, of, account]);
	const whose = typeof opened === "object" ? opened.list.account : undefined;
	const isOther = !!user && opened !== undefined && user.id !== whose;
	useEffect(() => {
		// The session came back after the page was opened without a connection: perhaps somebody else's.
		if (isOther) setAccount(user.id);
	}, [isOther, user?.id]);
	return opened;
}

export const useListState = <R extends Listed, E extends KeptEntry>(list: DeviceList<R, E>) =>
	useSyncExternalStore(list.subscribe, list.current);
