import type { ExamAttempt, LearningReply } from "@/api/gen/types.gen.ts";
import type { Answers, Given } from "./store.ts";

/** What is known on this device of a test that is sat. */
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

export const UNREAD: SittingState = {
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

export const ROUND = 60_000;
const FIRST_PAUSE = 2_000;
/** Between the end of the time and the moment from which nothing more is taken. */
const LAST_PAUSE = 3_000;

/** Milliseconds until the server is asked again; nothing once there is nothing more to ask. */
export function pauseAfter(state: SittingState): number | undefined {
	const { attempt, failures, over, unsent } = state;
	if (attempt?.state === "handed_in") return undefined;
	if (attempt?.state === "timed_out" && Object.keys(unsent).length === 0) return undefined;
	if (failures > 0) return Math.min(FIRST_PAUSE * 2 ** (failures - 1), ROUND);
	return over ? LAST_PAUSE : ROUND;
}
