import type { ExamAnswerInput, ExamAttempt, LearningReply } from "@/api/gen/types.gen.ts";
import { keptAnswer, type SittingState, UNREAD } from "./sitting-state.ts";
import type { Answers, Given, Store } from "./store.ts";

/** Milliseconds by which two readings of the clock of the server differ without meaning anything. */
const BLUR = 1_500;

const without = (answers: Answers, gone: (question: string, answer: Given) => boolean): Answers =>
	Object.fromEntries(Object.entries(answers).filter(([id, answer]) => !gone(id, answer)));

const joined = (some: readonly string[], more: readonly string[]) => [
	...new Set([...some, ...more]),
];

/** The paper of one attempt on this device: what is given is kept here until the server has it. */
export class Paper {
	private state = UNREAD;
	private readonly listeners = new Set<() => void>();
	readonly id: string;
	readonly account: string;
	private readonly store: Store;
	private readonly now: () => number;

	constructor(id: string, account: string, store: Store, now: () => number) {
		this.id = id;
		this.account = account;
		this.store = store;
		this.now = now;
	}

	readonly subscribe = (listener: () => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};
	readonly current = () => this.state;

	set(patch: Partial<SittingState>) {
		this.state = { ...this.state, ...patch };
		for (const listener of this.listeners) listener();
	}

	/** Takes up what is kept. */
	open() {
		const kept = this.store.paper(this.id);
		if (kept?.account === this.account) this.set({ attempt: kept.attempt, ends: kept.ends });
		this.reread();
	}

	/** Reads again what waits: another tab may have given or sent something. */
	readonly reread = () => {
		if (this.state.keeps) this.set({ unsent: this.store.unsent(this.id, this.account) });
	};

	private keep(unsent: Answers) {
		const keeps = this.store.saveUnsent(this.id, this.account, unsent);
		this.set({ unsent, keeps: this.state.keeps && keeps });
	}

	/** Writes an answer down; whether it still could be. */
	write(question: string, given: LearningReply | null): boolean {
		const { attempt, over } = this.state;
		if (attempt?.state !== "under_way" || over) return false;
		this.reread();
		const { unsent, overtaken } = this.state;
		const kept = keptAnswer(attempt, question)?.counter ?? 0;
		const counter = Math.max(kept, unsent[question]?.counter ?? 0) + 1;
		this.keep({ ...unsent, [question]: { counter, given } });
		this.set({ overtaken: overtaken.filter((one) => one !== question) });
		return true;
	}

	/** What the server has not confirmed, as it is sent. */
	waiting(): ExamAnswerInput[] {
		return Object.entries(this.state.unsent).map(([question_id, { counter, given }]) => ({
			question_id,
			counter,
			given,
		}));
	}

	/** Only what the server has answered for leaves the outbox; what was changed meanwhile stays. */
	settle(batch: readonly ExamAnswerInput[]) {
		const counters = new Map(batch.map(({ question_id, counter }) => [question_id, counter]));
		this.reread();
		this.keep(without(this.state.unsent, (id, { counter }) => counter <= (counters.get(id) ?? 0)));
	}

	/** Puts aside what the server takes no more, with the reason. */
	refuse(batch: readonly ExamAnswerInput[], refusal: unknown) {
		const questions = batch.map(({ question_id }) => question_id);
		this.set({ late: joined(this.state.late, questions), refusal });
		this.settle(batch);
	}

	overtake(questions: readonly string[]) {
		this.set({ overtaken: joined(this.state.overtaken, questions) });
	}

	/** The attempt as the server has just told it. */
	take(attempt: ExamAttempt) {
		const told = this.now() + attempt.seconds_left * 1000;
		const same = this.state.attempt !== null && Math.abs(told - this.state.ends) < BLUR;
		const ends = same ? this.state.ends : told;
		this.set({ attempt, ends });
		if (attempt.state !== "under_way") return this.store.forget(this.id);
		const keeps = this.store.savePaper({ account: this.account, attempt, ends });
		this.set({ keeps: this.state.keeps && keeps });
	}
}
