import type {
	ExamAnswerInput,
	ExamAttempt,
	ExamReceipt,
	LearningReply,
} from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import type { Answers, Given, Store } from "./store.ts";

/** The world around somebody who sits a test: the server and the clock. */
export interface World {
	read: (attempt: string) => Promise<ExamAttempt>;
	save: (attempt: string, answers: readonly ExamAnswerInput[]) => Promise<ExamReceipt>;
	handIn: (attempt: string, answers: readonly ExamAnswerInput[]) => Promise<ExamReceipt>;
	/** One sender at a time, over all open tabs. */
	alone: <T>(work: () => Promise<T>) => Promise<T>;
	now: () => number;
}

export interface SittingState {
	attempt: ExamAttempt | null;
	/** When the time ends, by the clock of this device. */
	ends: number;
	/** The time has run out, as far as this device can tell. */
	over: boolean;
	/** Answers the server has not confirmed. */
	unsent: Answers;
	/** Questions whose last answers came too late. */
	late: readonly string[];
	/** Why the server did not take them. */
	refusal: unknown;
	/** Questions for which another device has the last word. */
	overtaken: readonly string[];
	busy: boolean;
	error: unknown;
	failures: number;
	/** What is given outlives the page. */
	keeps: boolean;
}

const ROUND = 60_000;
const FIRST_PAUSE = 2_000;
/** Between the end of the time and the moment from which nothing more is taken. */
const LAST_PAUSE = 3_000;
/** Milliseconds by which two readings of the clock of the server differ without meaning anything. */
const BLUR = 1_500;

/** Whether the server says that it takes no more. */
const isTooLate = (error: unknown) => isProblem(error) && error.status === 409;

export const keptAnswer = (attempt: ExamAttempt, question: string): Given | undefined => {
	const kept = attempt.answers.find((one) => one.question_id === question);
	return kept && { counter: kept.counter, given: kept.given ?? null };
};

/** The answer that counts here: the last one given, with the server or on its way. */
export const answerIn = (
	{ attempt, unsent }: Pick<SittingState, "attempt" | "unsent">,
	question: string,
): LearningReply | null =>
	(unsent[question] ?? (attempt && keptAnswer(attempt, question)))?.given ?? null;

/** An answer that says nothing is none. */
export const isAnswer = (given: LearningReply | null) =>
	given !== null && !("choices" in given && given.choices.length === 0);

const without = (answers: Answers, gone: (question: string, answer: Given) => boolean): Answers =>
	Object.fromEntries(Object.entries(answers).filter(([id, answer]) => !gone(id, answer)));

/** Somebody sits a test on this device: each answer is kept here, and sent when it can be. */
export class Sitting {
	private state: SittingState = {
		attempt: null,
		ends: 0,
		over: false,
		unsent: {},
		late: [],
		refusal: undefined,
		overtaken: [],
		busy: false,
		error: undefined,
		failures: 0,
		keeps: true,
	};
	private readonly listeners = new Set<() => void>();
	private timer: ReturnType<typeof setTimeout> | undefined;
	private end: ReturnType<typeof setTimeout> | undefined;
	private again = false;
	private open = false;
	private running: Promise<void> | undefined;
	private readonly id: string;
	readonly account: string;
	private readonly store: Store;
	private readonly world: World;

	constructor(id: string, account: string, store: Store, world: World) {
		this.id = id;
		this.account = account;
		this.store = store;
		this.world = world;
	}

	readonly subscribe = (listener: () => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};
	readonly current = () => this.state;

	private set(patch: Partial<SittingState>) {
		this.state = { ...this.state, ...patch };
		for (const listener of this.listeners) listener();
	}

	/** Takes up what is kept, then asks the server. */
	async start() {
		this.open = true;
		const kept = this.store.paper(this.id);
		if (kept?.account === this.account) this.set({ attempt: kept.attempt, ends: kept.ends });
		this.reread();
		this.watch();
		await this.sync();
	}

	stop() {
		this.open = false;
		clearTimeout(this.timer);
		clearTimeout(this.end);
	}

	/** Reads again what waits: another tab may have given or sent something. */
	readonly reread = () => {
		if (this.state.keeps) this.set({ unsent: this.store.unsent(this.id, this.account) });
	};

	private keep(unsent: Answers) {
		const keeps = this.store.saveUnsent(this.id, this.account, unsent);
		this.set({ unsent, keeps: this.state.keeps && keeps });
	}

	/** Tells when the time is over, and asks the server how it ended. */
	private watch() {
		clearTimeout(this.end);
		const { attempt, ends } = this.state;
		if (!this.open || attempt?.state !== "under_way") return;
		const left = ends - this.world.now();
		this.set({ over: left <= 0 });
		if (left <= 0) return;
		this.end = setTimeout(
			() => {
				this.watch();
				void this.sync();
			},
			// Longer than a month is no time for a clock of the browser.
			Math.min(left, ROUND * 60),
		);
	}

	/** Gives an answer, or takes it back; sent at once, or after a pause when more is likely to follow. */
	answer(question: string, given: LearningReply | null, pause = 0) {
		const { attempt } = this.state;
		if (attempt?.state !== "under_way" || this.state.over) return;
		this.reread();
		const { unsent } = this.state;
		const kept = keptAnswer(attempt, question)?.counter ?? 0;
		const counter = Math.max(kept, unsent[question]?.counter ?? 0) + 1;
		this.keep({ ...unsent, [question]: { counter, given } });
		this.set({ overtaken: this.state.overtaken.filter((one) => one !== question) });
		if (pause === 0) return void this.sync();
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.sync(), pause);
	}

	/** Sends what waits and reads how things are; one at a time, and once more when asked meanwhile. */
	readonly sync = (): Promise<void> => {
		this.again = true;
		this.running ??= this.round().finally(() => {
			this.running = undefined;
		});
		return this.running;
	};

	private async round() {
		if (!this.open) return;
		clearTimeout(this.timer);
		this.set({ busy: true });
		try {
			while (this.again) {
				this.again = false;
				await this.world.alone(() => this.exchange());
			}
			this.set({ busy: false, error: undefined, failures: 0 });
		} catch (error) {
			this.set({ busy: false, error, failures: this.state.failures + 1 });
		}
		this.watch();
		if (this.open && this.state.attempt?.state !== "handed_in") this.later();
	}

	private later() {
		const { attempt, failures, over, unsent } = this.state;
		if (attempt?.state === "timed_out" && Object.keys(unsent).length === 0) return;
		const pause =
			failures > 0 ? Math.min(FIRST_PAUSE * 2 ** (failures - 1), ROUND) : over ? LAST_PAUSE : ROUND;
		this.timer = setTimeout(() => void this.sync(), pause);
	}

	private waiting(): ExamAnswerInput[] {
		return Object.entries(this.state.unsent).map(([question_id, { counter, given }]) => ({
			question_id,
			counter,
			given,
		}));
	}

	private async exchange() {
		// Another tab may have sent since.
		this.reread();
		let sent = false;
		for (let batch = this.waiting(); batch.length > 0; batch = this.waiting()) {
			sent = await this.taken(batch, () => this.world.save(this.id, batch));
			if (!sent) break;
		}
		if (!sent) this.take(await this.world.read(this.id));
	}

	/** Hands in with all that waits; what goes wrong is told to whoever asked. */
	async handIn() {
		await this.world.alone(async () => {
			this.reread();
			const batch = this.waiting();
			const sent = await this.taken(batch, () => this.world.handIn(this.id, batch));
			if (!sent) this.take(await this.world.read(this.id));
		});
		this.watch();
	}

	/** Whether the server has taken a batch; when it takes no more, the batch is put aside with the reason. */
	private async taken(
		batch: readonly ExamAnswerInput[],
		send: () => Promise<ExamReceipt>,
	): Promise<boolean> {
		try {
			this.received(batch, await send());
			return true;
		} catch (error) {
			if (!isTooLate(error)) throw error;
			const late = batch.map(({ question_id }) => question_id);
			this.set({ late: [...new Set([...this.state.late, ...late])], refusal: error });
			this.settle(batch);
			return false;
		}
	}

	/** Only what the server has answered for leaves the outbox; what was changed meanwhile stays. */
	private settle(batch: readonly ExamAnswerInput[]) {
		const counters = new Map(batch.map(({ question_id, counter }) => [question_id, counter]));
		this.reread();
		this.keep(without(this.state.unsent, (id, { counter }) => counter <= (counters.get(id) ?? 0)));
	}

	private received(batch: readonly ExamAnswerInput[], { outcomes, attempt }: ExamReceipt) {
		const lost = outcomes.filter(({ outcome }) => outcome === "superseded");
		this.settle(batch);
		this.set({
			overtaken: [
				...new Set([...this.state.overtaken, ...lost.map(({ question_id }) => question_id)]),
			],
		});
		this.take(attempt);
	}

	private take(attempt: ExamAttempt) {
		const told = this.world.now() + attempt.seconds_left * 1000;
		const same = this.state.attempt !== null && Math.abs(told - this.state.ends) < BLUR;
		const ends = same ? this.state.ends : told;
		this.set({ attempt, ends });
		if (attempt.state !== "under_way") return this.store.forget(this.id);
		const keeps = this.store.savePaper({ account: this.account, attempt, ends });
		this.set({ keeps: this.state.keeps && keeps });
	}
}
