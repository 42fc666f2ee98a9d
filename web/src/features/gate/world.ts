import type { Event, EventBadge } from "@/api/gen/types.gen.ts";
import { getEvent, getPresence, listBadges, recordCheckIns } from "@/api/gen/workshop-sdk.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { mayHaveSession } from "@/api/token.ts";
import { can } from "@/auth/can.ts";
import { organises } from "@/auth/organises.ts";
import { currentUser, restoreSession } from "@/auth/session.ts";
import type { Receipt } from "./entries.ts";
import type { World } from "./gate.ts";
import { aheadOf } from "./roster.ts";
import type { KeptEntry } from "./store.ts";

/** Rows on a page of the roster. */
const PER_PAGE = 200;
const DEVICE = "check-in-device";

/** Opened without a connection, the page takes up the session once there is one. */
async function signedIn() {
	if (!currentUser() && mayHaveSession()) await restoreSession();
}

/** By how many seconds this clock is ahead, from the moment the server wrote on its answer. */
function aheadIn(response: Response): number {
	const told = Date.parse(response.headers.get("Date") ?? "");
	return Number.isNaN(told) ? 0 : aheadOf((Date.now() - told) / 1000);
}

async function wholeRoster(event: string) {
	const badges: EventBadge[] = [];
	let cursor: string | null | undefined;
	let ahead: number;
	do {
		const { data, response } = await listBadges({
			path: { id: event },
			query: { limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
			throwOnError: true,
		});
		badges.push(...data.items);
		ahead = aheadIn(response);
		cursor = data.next_cursor;
	} while (cursor);
	return { badges, ahead };
}

const records = (event: Event) =>
	organises(currentUser(), event) && can(currentUser(), "record_check_ins");

/** A name this device keeps, so that the record tells devices apart. */
export function deviceName(): string {
	try {
		const kept = localStorage.getItem(DEVICE);
		if (kept) return kept;
		const made = `gate-${newKey().slice(0, 6)}`;
		localStorage.setItem(DEVICE, made);
		return made;
	} catch {
		return "gate";
	}
}

const bare = ({ id, code, direction, method, at }: KeptEntry) => ({
	id,
	code,
	direction,
	method,
	at,
});

async function send(event: string, device: string, entries: readonly KeptEntry[]) {
	await signedIn();
	const batch = { device, sent_at: new Date().toISOString(), entries: entries.map(bare) };
	const { data } = await recordCheckIns({
		path: { id: event },
		body: batch,
		throwOnError: true,
	});
	return data satisfies Receipt;
}

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("check-in") : undefined;

/** Called when another tab has changed what is kept. */
export function onTold(listener: () => void): () => void {
	channel?.addEventListener("message", listener);
	return () => channel?.removeEventListener("message", listener);
}

export const world: World = {
	fresh: async (id) => {
		await signedIn();
		const [{ data: event }, roster] = await Promise.all([
			getEvent({ path: { id }, throwOnError: true }),
			wholeRoster(id),
		]);
		const { name, starts_on, ends_on, status } = event;
		const ended = status === "closed" || status === "cancelled";
		return { name, starts_on, ends_on, ended, records: records(event), ...roster };
	},
	presence: async (id) => {
		await signedIn();
		return (await getPresence({ path: { id }, throwOnError: true })).data;
	},
	send,
	alone: (work) => {
		// There are no locks without a secure connection; sending twice does no harm.
		const locks: LockManager | undefined = navigator.locks;
		return locks ? locks.request("check-in", work) : work();
	},
	tell: () => channel?.postMessage(null),
	device: deviceName,
	now: Date.now,
};
