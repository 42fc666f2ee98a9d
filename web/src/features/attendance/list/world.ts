import {
	getCohort,
	listAttendance,
	listCohortSessions,
	noteAttendance,
} from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { currentUser } from "@/auth/session.ts";
import { signedIn, thisDevice, wholeList } from "@/reference/device/device.ts";
import { type Kind, useDeviceList } from "@/reference/device/use-device-list.ts";
import { AttendanceList, cupboard, type World } from "./attendance-list.ts";
import type { KeptNote } from "./marks.ts";
import { isForgotten, type Roster } from "./roster.ts";

/** Rows on a page of what is kept. */
const PER_PAGE = 200;
const pageFrom = (cursor: string | undefined) => ({
	limit: PER_PAGE,
	...(cursor ? { cursor } : {}),
});

const bare = ({ id, session, enrolment, mark, minutes, why, at }: KeptNote) => ({
	id,
	session_id: session,
	enrolment_id: enrolment,
	mark,
	at,
	...(minutes === undefined ? {} : { minutes_missed: minutes }),
	...(why ? { reason: why } : {}),
});

const { onTold, ...device } = thisDevice("attendance", "list");

const world: World = {
	fresh: async (id) => {
		await signedIn();
		const [{ data: cohort }, { items: sessions, ahead }] = await Promise.all([
			getCohort({ path: { id }, throwOnError: true }),
			wholeList((cursor) =>
				listCohortSessions({ path: { id }, query: pageFrom(cursor), throwOnError: true }),
			),
		]);
		const records =
			can(currentUser(), "note_attendance") && sessions.some(({ editable }) => editable);
		const people = records
			? (
					await wholeList((cursor) =>
						listAttendance({ path: { id }, query: pageFrom(cursor), throwOnError: true }),
					)
				).items
			: [];
		return {
			name: cohort.name,
			ends_on: cohort.ends_on,
			status: cohort.status,
			status_reason: cohort.status_reason ?? null,
			sessions,
			people,
			ahead,
			records,
		};
	},
	send: async (id, name, entries) => {
		await signedIn();
		const batch = {
			device: name,
			sent_at: new Date().toISOString(),
			entries: entries.map(bare),
		};
		return (await noteAttendance({ path: { id }, body: batch, throwOnError: true })).data;
	},
	...device,
};

export const deviceName = device.device;

const LIST: Kind<Roster, KeptNote, AttendanceList> = {
	cupboard,
	isForgotten,
	open: (cohort, account, store) => new AttendanceList(cohort, account, store, world),
	onTold,
};

/** The attendance list of a cohort. */
export const useAttendanceList = (cohort: string) => useDeviceList(LIST, cohort);
