import { describe, expect, it, vi } from "vitest";
import type { EventBadge } from "@/api/gen/types.gen.ts";
import type { Receipt } from "@/reference/device/entries.ts";
import type { Reason } from "./entries.ts";
import { Gate, type World } from "./gate.ts";
import { came, countsOf, withEntries } from "./roster.ts";
import { inMemory, type KeptEntry } from "./store.ts";

const badge = (code: string): EventBadge => ({
	code,
	application_id: code,
	exhibitor: 0,
	name: code,
	association_id: code,
	association_name: { ar: "جمعية" },
	number: 1,
	status: "confirmed",
	inside: false,
});
const CODES = ["AAAAAAAAAA", "BBBBBBBBBB", "CCCCCCCCCC"];

/** A server that counts each entry once, and a network that can go. */
function world() {
	const recorded = new Map<string, KeptEntry>();
	const net = { up: true, answers: true, time: 1_000_000, read: 0 };
	const sent: number[] = [];
	const reach = () => {
		if (!net.up) throw { status: 0, code: "unreachable", title: "" };
	};
	const now = () => withEntries(CODES.map(badge), [...recorded.values()], 0);
	const made: World = {
		presence: async () => {
			reach();
			const { badges, came, inside, associations, associationsCame } = countsOf(now());
			return {
				event_id: "event",
				badges,
				came,
				inside,
				associations,
				associations_came: associationsCame,
				days: [],
			};
		},
		fresh: async () => {
			reach();
			net.read += 1;
			return {
				name: { ar: "معرض" },
				starts_on: "2026-01-01",
				ends_on: "2099-01-02",
				badges: now(),
				ahead: 0,
				records: true,
			};
		},
		send: async (_event, _device, entries): Promise<Receipt<Reason>> => {
			reach();
			sent.push(entries.length);
			const known = entries.filter(({ id }) => recorded.has(id)).length;
			const fits = (one: KeptEntry) => CODES.includes(one.code);
			for (const one of entries.filter(fits)) recorded.set(one.id, one);
			// The answer gets lost on the way.
			if (!net.answers) throw { status: 0, code: "unreachable", title: "" };
			const refused = entries.filter((one) => !fits(one));
			return {
				recorded: entries.length - known - refused.length,
				repeated: known,
				refused: refused.map(({ id }) => ({ id, reason: "unknown_code" })),
				clock_ahead_seconds: 0,
			};
		},
		alone: (work) => work(),
		tell: () => undefined,
		device: () => "gate-1",
		now: () => net.time,
	};
	return { made, net, recorded, sent };
}

async function opened(store = inMemory()) {
	vi.useFakeTimers();
	const { made, ...rest } = world();
	const gate = new Gate("event", "account", store, made);
	await gate.start();
	return { gate, store, made, ...rest };
}

describe("the gate", () => {
	it("keeps what is recorded without a network, and sends it once there is one", async () => {
		const { gate, net, recorded } = await opened();
		net.up = false;
		for (const code of CODES) {
			net.time += 1000;
			await gate.record(code, "in", "manual");
		}
		net.time += 1000;
		await gate.record("AAAAAAAAAA", "out", "manual");
		await gate.sync();
		expect(gate.current()).toMatchObject({ waiting: { length: 4 }, error: { status: 0 } });
		net.up = true;
		await gate.sync();
		expect(recorded.size).toBe(4);
		const { waiting, list, error, failures } = gate.current();
		expect([waiting.length, error, failures]).toEqual([0, undefined, 0]);
		expect(list?.badges.map(({ inside }) => inside)).toEqual([false, true, true]);
		expect(list?.badges.every(came)).toBe(true);
		gate.stop();
	});

	it("sends again what was received when the answer got lost; it counts once", async () => {
		const { gate, net, recorded, sent } = await opened();
		net.answers = false;
		await gate.record("AAAAAAAAAA", "in", "qr");
		await gate.sync();
		expect(gate.current().waiting).toHaveLength(1);
		net.answers = true;
		await vi.advanceTimersByTimeAsync(10_000);
		expect(gate.current().waiting).toHaveLength(0);
		expect([recorded.size, sent.length]).toEqual([1, 2]);
		gate.stop();
	});

	it("shows what is refused until it is dismissed, and does not send it again", async () => {
		const { gate, store, sent } = await opened();
		await gate.record("ZZZZZZZZZZ", "in", "manual");
		await vi.advanceTimersByTimeAsync(100);
		const [refused] = gate.current().refused;
		expect(refused).toMatchObject({ code: "ZZZZZZZZZZ", reason: "unknown_code" });
		await gate.sync();
		expect(sent).toEqual([1]);
		await gate.dismiss([refused?.id ?? ""]);
		expect(await store.entries("event", "account")).toEqual([]);
		gate.stop();
	});

	it("is there again after the page was opened anew without a network", async () => {
		const first = await opened();
		first.net.up = false;
		await first.gate.record("BBBBBBBBBB", "in", "qr");
		first.gate.stop();
		const { made, net } = world();
		net.up = false;
		const second = new Gate("event", "account", first.store, made);
		await second.start();
		expect(second.current().list?.badges).toHaveLength(3);
		expect(second.current().waiting).toHaveLength(1);
		second.stop();
	});

	it("loses nothing where the browser keeps nothing, and says that the page must stay open", async () => {
		const full = { ...inMemory(), put: () => Promise.reject(new Error("full")) };
		const { gate, net, recorded } = await opened(full);
		net.up = false;
		await gate.record("AAAAAAAAAA", "in", "qr");
		await gate.sync();
		expect(gate.current()).toMatchObject({ waiting: { length: 1 }, keeps: false });
		net.up = true;
		await gate.sync();
		await gate.sync();
		expect(recorded.size).toBe(1);
		gate.stop();
	});

	it("reads the names again only when the server counts otherwise, or after a while", async () => {
		const { gate, net, recorded } = await opened();
		expect(net.read).toBe(1);
		net.time += 60_000;
		await gate.record("AAAAAAAAAA", "in", "qr");
		await gate.sync();
		expect([recorded.size, net.read]).toEqual([1, 1]);
		// Another device has let somebody in.
		const at = new Date(net.time).toISOString();
		const kept = { event: "event", account: "other" };
		const other: KeptEntry = {
			...kept,
			id: "1",
			code: "BBBBBBBBBB",
			direction: "in",
			method: "qr",
			at,
		};
		recorded.set(other.id, other);
		await gate.sync();
		expect(net.read).toBe(2);
		expect(gate.current().list?.badges[1]?.inside).toBe(true);
		await gate.sync();
		expect(net.read).toBe(2);
		net.time += 200_000;
		await gate.sync();
		expect(net.read).toBe(3);
		await gate.sync(true);
		expect(net.read).toBe(4);
		gate.stop();
	});

	it("takes one reading of a badge for one, and a later one for another", async () => {
		const { gate, net, recorded } = await opened();
		expect(await gate.record("AAAAAAAAAA", "in", "qr")).not.toBeNull();
		net.time += 500;
		expect(await gate.record("AAAAAAAAAA", "in", "qr")).toBeNull();
		net.time += 60_000;
		expect(await gate.record("AAAAAAAAAA", "in", "qr")).not.toBeNull();
		await gate.sync();
		await vi.advanceTimersByTimeAsync(100);
		expect(recorded.size).toBe(2);
		gate.stop();
	});
});
