import type { Event } from "@/api/gen/types.gen.ts";
import { getEvent, getPresence, listBadges, recordCheckIns } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { organises } from "@/auth/organises.ts";
import { currentUser } from "@/auth/session.ts";
import { pastMidnight } from "@/i18n/hours.ts";
import { signedIn, thisDevice, wholeList } from "@/reference/device/device.ts";
import type { Receipt } from "@/reference/device/entries.ts";
import type { Reason } from "./entries.ts";
import type { World } from "./gate.ts";
import type { KeptEntry } from "./store.ts";

/** Rows on a page of the roster. */
const PER_PAGE = 200;

async function wholeRoster(event: string) {
	const { items: badges, ahead } = await wholeList((cursor) =>
		listBadges({
			path: { id: event },
			query: { limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
			throwOnError: true,
		}),
	);
	return { badges, ahead };
}

const records = (event: Event) =>
	organises(currentUser(), event) && can(currentUser(), "record_check_ins");

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
	return data satisfies Receipt<Reason>;
}

const { onTold, ...device } = thisDevice("check-in", "gate");

export { onTold };

export const world: World = {
	fresh: async (id) => {
		await signedIn();
		const [{ data: event }, roster] = await Promise.all([
			getEvent({ path: { id }, throwOnError: true }),
			wholeRoster(id),
		]);
		const { name, kind, starts_on, ends_on, status, hours = [] } = event;
		const late = hours
			.filter(pastMidnight)
			.map(({ closes }) => closes)
			.toSorted()
			.at(-1);
		const ended = status === "closed" || status === "cancelled";
		return { name, kind, starts_on, ends_on, ended, late, records: records(event), ...roster };
	},
	presence: async (id) => {
		await signedIn();
		return (await getPresence({ path: { id }, throwOnError: true })).data;
	},
	send,
	...device,
};
