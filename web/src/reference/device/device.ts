import { newKey } from "@/api/idempotency.ts";
import { mayHaveSession } from "@/api/token.ts";
import { currentUser, restoreSession } from "@/auth/session.ts";
import type { Device } from "./device-list.ts";
import { aheadOf } from "./entries.ts";

/** Opened without a connection, the page takes up the session once there is one. */
export async function signedIn() {
	if (!currentUser() && mayHaveSession()) await restoreSession();
}

/** By how many seconds this clock is ahead, from the moment the server wrote on its answer. */
export function aheadIn(response: Response): number {
	const told = Date.parse(response.headers.get("Date") ?? "");
	return Number.isNaN(told) ? 0 : aheadOf((Date.now() - told) / 1000);
}

/** Every row of a list that comes in pages, with the clock as the last answer tells it. */
export async function wholeList<T>(
	page: (
		cursor: string | undefined,
	) => Promise<{ data: { items: T[]; next_cursor?: string | null }; response: Response }>,
) {
	const items: T[] = [];
	let cursor: string | undefined;
	let ahead: number;
	do {
		const { data, response } = await page(cursor);
		items.push(...data.items);
		ahead = aheadIn(response);
		cursor = data.next_cursor ?? undefined;
	} while (cursor);
	return { items, ahead };
}

/** This device for lists of one kind; `called` is the first word of its name in the record. */
export function thisDevice(kind: string, called: string) {
	const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(kind) : undefined;
	const device: Device = {
		alone: (work) => {
			// There are no locks without a secure connection; sending twice does no harm.
			const locks: LockManager | undefined = navigator.locks;
			return locks ? locks.request(kind, work) : work();
		},
		tell: () => channel?.postMessage(null),
		/** A name this device keeps, so that the record tells devices apart. */
		device: () => {
			try {
				const kept = localStorage.getItem(`${kind}-device`);
				if (kept) return kept;
				const made = `${called}-${newKey().slice(0, 6)}`;
				localStorage.setItem(`${kind}-device`, made);
				return made;
			} catch {
				return called;
			}
		},
		now: Date.now,
	};
	/** Called when another tab has changed what is kept. */
	const onTold = (listener: () => void) => {
		channel?.addEventListener("message", listener);
		return () => channel?.removeEventListener("message", listener);
	};
	return { ...device, onTold };
}
