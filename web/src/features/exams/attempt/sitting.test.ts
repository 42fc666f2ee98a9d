import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ExamAnswerInput, ExamAttempt } from "@/api/gen/types.gen.ts";
import type { World } from "./exchange.ts";
import { Sitting } from "./sitting.ts";
import { answerIn } from "./sitting-state.ts";
import { storeOf } from "./store.ts";

const paper = (): ExamAttempt => ({
	id: "attempt",
	exam_id: "exam",
	cohort_id: "cohort",
	cohort_name: { ar: "دورة" },
	kind: "before",
	enrolment_id: "enrolment",
	participant_name: "نادية",
	association_id: "association",
	state: "under_way",
	begun_at: "2026-01-01T08:00:00Z",
	deadline_at: "2026-01-01T08:30:00Z",
	seconds_left: 1800,
	questions: ["one", "two"].map((id) => ({
		id,
		kind: "single",
		text: { ar: id },
		choices: [],
		points: 100,
	})),
	answers: [],
	version: 1,
});

/** A server that keeps the highest counter, and a network that can go. */
function world() {
	const net = { up: true, asked: 0 };
	let attempt = paper();
	const begun = Date.now();
	const reach = () => {
		net.asked += 1;
		if (!net.up) throw { status: 0, code: "unreachable", title: "" };
	};
	const present = () => {
		const seconds_left = Math.max(0, 1800 - Math.floor((Date.now() - begun) / 1000));
		const gone = (Date.now() - begun) / 1000 > 1810 && attempt.state === "under_way";
		if (gone) attempt = { ...attempt, state: "timed_out" };
		attempt = { ...attempt, seconds_left };
		return attempt;
	};
	const take = (sent: readonly ExamAnswerInput[]) => {
		reach();
		if (present().state !== "under_way" && sent.length > 0)
			throw { status: 409, code: "wrong_state", title: "late" };
		const outcomes = sent.map(({ question_id, counter, given }) => {
			const known = attempt.answers.find((one) => one.question_id === question_id);
			if (known && known.counter >= counter) {
				return { question_id, outcome: "superseded" as const };
			}
			const saved_at = "2026-01-01T08:00:00Z";
			const rest = attempt.answers.filter((one) => one !== known);
			attempt = {
				...attempt,
				answers: [...rest, { question_id, counter, saved_at, ...(given && { given }) }],
			};
			return { question_id, outcome: "saved" as const };
		});
		return { outcomes, attempt };
	};
	const made: World = {
		read: async () => {
			reach();
			return present();
		},
		save: async (_, answers) => take(answers),
		handIn: async (_, answers) => {
			const { outcomes } = take(answers);
			attempt = { ...attempt, state: "handed_in" };
			return { outcomes, attempt };
		},
		alone: (work) => work(),
		now: Date.now,
	};
	return { net, made, answers: () => attempt.answers, other: take };
}

const open = async (around: World) => {
	const sitting = new Sitting("attempt", "account", storeOf(localStorage), around);
	await sitting.start();
	return sitting;
};

describe("somebody sits a test", () => {
	beforeEach(() => {
		vi.useFakeTimers();
		localStorage.clear();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it("shows what another tab has given and sent", async () => {
		const { made, answers } = world();
		const here = await open(made);
		const there = await open(made);
		here.answer("one", { choice: "a" });
		await vi.advanceTimersByTimeAsync(1);
		there.reread();
		expect(answerIn(there.current(), "one")).toEqual({ choice: "a" });
		// What is given there counts after what was given here.
		there.answer("one", { choice: "b" });
		await vi.advanceTimersByTimeAsync(1);
		expect(answers()).toMatchObject([{ question_id: "one", counter: 2, given: { choice: "b" } }]);
		here.reread();
		expect(answerIn(here.current(), "one")).toEqual({ choice: "b" });
		here.stop();
		there.stop();
	});

	it("keeps answers without a connection, over a reload, and sends them once there is one", async () => {
		const { net, made, answers } = world();
		const first = await open(made);
		first.answer("one", { choice: "a" });
		await vi.advanceTimersByTimeAsync(1);
		expect(answers()).toMatchObject([{ question_id: "one", counter: 1, given: { choice: "a" } }]);

		net.up = false;
		first.answer("one", { choice: "b" });
		first.answer("two", { choice: "c" });
		await vi.advanceTimersByTimeAsync(1);
		first.stop();

		const second = await open(made);
		expect(second.current().attempt?.participant_name).toBe("نادية");
		expect(answerIn(second.current(), "one")).toEqual({ choice: "b" });
		expect(second.current().failures).toBe(1);
		net.up = true;
		await second.sync();
		expect(second.current().unsent).toEqual({});
		expect(answers()).toHaveLength(2);
		expect(answers()).toContainEqual(expect.objectContaining({ question_id: "one", counter: 2 }));
		second.stop();
	});

	it("gives way to another device, and says so", async () => {
		const { net, made, other } = world();
		const sitting = await open(made);
		net.up = false;
		sitting.answer("one", { choice: "a" });
		await vi.advanceTimersByTimeAsync(1);
		net.up = true;
		other([{ question_id: "one", counter: 4, given: { choice: "z" } }]);
		await sitting.sync();
		expect(sitting.current().overtaken).toEqual(["one"]);
		expect(answerIn(sitting.current(), "one")).toEqual({ choice: "z" });
		// And has the last word again.
		sitting.answer("one", { choice: "b" });
		await sitting.sync();
		expect(sitting.current().attempt?.answers).toMatchObject([{ counter: 5 }]);
		expect(sitting.current().overtaken).toEqual([]);
		sitting.stop();
	});

	it("takes no answer once the time is over, and tells what came too late", async () => {
		const { net, made } = world();
		const sitting = await open(made);
		net.up = false;
		sitting.answer("one", { choice: "a" });
		await vi.advanceTimersByTimeAsync(1_800_000);
		expect(sitting.current().over).toBe(true);
		sitting.answer("two", { choice: "b" });
		expect(Object.keys(sitting.current().unsent)).toEqual(["one"]);
		await vi.advanceTimersByTimeAsync(11_000);
		net.up = true;
		await sitting.sync();
		expect(sitting.current()).toMatchObject({ late: ["one"], unsent: {} });
		expect(sitting.current().attempt?.state).toBe("timed_out");
		expect(Object.keys(localStorage)).toEqual([]);
		const { asked } = net;
		await vi.advanceTimersByTimeAsync(600_000);
		expect(net.asked).toBe(asked);
		sitting.stop();
	});

	it("is handed in with what was not sent, and leaves nothing behind", async () => {
		const { net, made, answers } = world();
		const sitting = await open(made);
		net.up = false;
		sitting.answer("one", { choice: "a" });
		await vi.advanceTimersByTimeAsync(1);
		await expect(sitting.handIn()).rejects.toMatchObject({ status: 0 });
		expect(Object.keys(sitting.current().unsent)).toEqual(["one"]);
		net.up = true;
		await sitting.handIn();
		expect(sitting.current().attempt?.state).toBe("handed_in");
		expect(answers()).toHaveLength(1);
		expect(Object.keys(localStorage)).toEqual([]);
		sitting.stop();
	});
});
