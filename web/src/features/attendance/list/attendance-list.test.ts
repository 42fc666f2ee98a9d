import { describe, expect, it, vi } from "vitest";
import type { CourseSession, ParticipantAttendance } from "@/api/gen/types.gen.ts";
import { AttendanceList, inMemory, type World } from "./attendance-list.ts";
import { inOrder, isAhead, type KeptNote, likely, missedBy } from "./marks.ts";
import { countsIn, isDue, markIn, withNotes } from "./roster.ts";

const session = (id: string, starts_at: string, more: Partial<CourseSession> = {}) =>
	({
		id,
		starts_at,
		ends_at: new Date(Date.parse(starts_at) + 7_200_000).toISOString(),
		minutes: 120,
		status: "planned",
		editable: true,
		...more,
	}) as CourseSession;
const person = (id: string) =>
	({ enrolment_id: id, participant_name: id, marks: [] }) as unknown as ParticipantAttendance;
const note = (id: string, seconds: number, more: Partial<KeptNote> = {}): KeptNote => ({
	id,
	at: new Date(seconds * 1000).toISOString(),
	cohort: "c",
	account: "a",
	session: "s",
	enrolment: "p",
	mark: "present",
	...more,
});

describe("what is noted of somebody", () => {
	const told = (...entries: KeptNote[]) =>
		markIn(withNotes([person("p")], entries, 0)[0] ?? { marks: [] }, "s")?.mark;

	it("is the latest of the list, in whatever order it comes", () => {
		const [early, late] = [note("1", 10), note("2", 20, { mark: "absent" })];
		expect([told(early, late), told(late, early)]).toEqual(["absent", "absent"]);
	});

	it("counts more in the list than with the code, whenever it was written", () => {
		const arrived = {
			...person("p"),
			marks: [
				{ session_id: "s", mark: "late", method: "code", at: new Date(99_000).toISOString() },
			],
		} as ParticipantAttendance;
		const [after] = withNotes([arrived], [note("1", 10)], 0);
		expect(after && markIn(after, "s")?.mark).toBe("present");
		expect(countsIn(after ? [after] : [], "s")).toMatchObject({ present: 1, unmarked: 0 });
		expect(countsIn(after ? [after] : [], "other")).toMatchObject({ unmarked: 1 });
	});
});

describe("the session whose list is wanted", () => {
	const day = "2026-11-30";
	const all = [
		session("before", "2026-11-29T08:00:00Z"),
		session("morning", `${day}T08:00:00Z`),
		session("noon", `${day}T12:00:00Z`),
		session("after", "2026-12-01T08:00:00Z"),
	];
	const at = (time: string) => Date.parse(time);

	it("is the one under way or next today, and those of today are first", () => {
		expect(likely(all, at(`${day}T09:00:00Z`))?.id).toBe("morning");
		expect(likely(all, at(`${day}T11:00:00Z`))?.id).toBe("noon");
		expect(likely(all, at(`${day}T20:00:00Z`))?.id).toBe("noon");
		expect(likely(all, at("2026-12-05T08:00:00Z"))?.id).toBe("after");
		expect(likely(all, at("2026-11-01T08:00:00Z"))?.id).toBe("before");
		expect(inOrder(all, at(`${day}T09:00:00Z`)).map(({ id }) => id)).toEqual([
			"morning",
			"noon",
			"before",
			"after",
		]);
	});

	it("opens half an hour before, and knows what whoever comes now has missed", () => {
		const morning = session("m", `${day}T08:00:00Z`);
		expect(isAhead(morning, at(`${day}T07:29:00Z`))).toBe(true);
		expect(isAhead(morning, at(`${day}T07:30:00Z`))).toBe(false);
		expect(missedBy(morning, at(`${day}T08:25:30Z`))).toBe(25);
		expect(missedBy(morning, at(`${day}T10:30:00Z`))).toBeNull();
	});
});

it("reads the shares again after something was sent, but not with every mark", () => {
	const read_at = new Date(0).toISOString();
	expect(isDue({ read_at, unread: true }, 5_000)).toBe(false);
	expect(isDue({ read_at, unread: true }, 15_000)).toBe(true);
	expect(isDue({ read_at, unread: false }, 15_000)).toBe(false);
	expect(isDue({ read_at, unread: false }, 90_000)).toBe(true);
});

it("keeps a list without a network, sends it once there is one, and keeps what was refused", async () => {
	vi.useFakeTimers();
	const net = { up: true, sent: [] as KeptNote[] };
	const reach = () => {
		if (!net.up) throw { status: 0, code: "unreachable", title: "" };
	};
	const world: World = {
		fresh: async () => {
			reach();
			return {
				name: { ar: "دورة" },
				ends_on: "2099-01-01",
				sessions: [session("s", "2026-11-30T08:00:00Z")],
				people: [person("p"), person("q")],
				ahead: 0,
				records: true,
			};
		},
		send: async (_cohort, _device, entries) => {
			reach();
			const refused = entries.filter(({ mark }) => mark === "late");
			const known = new Set(net.sent.map(({ id }) => id));
			net.sent.push(...entries.filter(({ id }) => !known.has(id)));
			return {
				recorded: entries.length - refused.length,
				repeated: 0,
				refused: refused.map(({ id }) => ({ id, reason: "wrong_minutes" as const })),
				clock_ahead_seconds: 0,
			};
		},
		alone: (work) => work(),
		tell: () => undefined,
		device: () => "list-1",
		now: () => 1_000_000,
	};
	const list = new AttendanceList("c", "a", inMemory(), world);
	await list.start();
	net.up = false;
	await list.note("s", ["p", "q"], { mark: "present" });
	await list.note("s", ["q"], { mark: "late", minutes: 500 });
	await list.sync();
	expect(list.current().waiting).toHaveLength(3);
	net.up = true;
	await list.sync();
	expect(net.sent).toHaveLength(3);
	const { waiting, refused, list: roster } = list.current();
	expect(waiting).toEqual([]);
	expect(refused).toMatchObject([{ enrolment: "q", minutes: 500, reason: "wrong_minutes" }]);
	expect(countsIn(roster?.people ?? [], "s")).toMatchObject({ present: 2 });
	list.stop();
});
