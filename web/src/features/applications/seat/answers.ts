import type { FollowUpAnswer, FollowUpQuestion } from "@/api/gen/types.gen.ts";
import { latinDigits } from "@/i18n/format.ts";

/** Answers as they are typed, by code of the question. */
export type AnswersTyped = Record<string, string>;

/** What was answered before, to be changed. */
export const fromAnswers = (answers: readonly FollowUpAnswer[]): AnswersTyped =>
	Object.fromEntries(answers.map(({ question, answer }) => [question, answer]));

const tidied = ({ kind }: FollowUpQuestion, answer: string) =>
	(kind === "number" ? latinDigits(answer) : answer).trim();

/** What is sent: the answers there are, in the order of the questions. */
export const toAnswers = (
	questions: readonly FollowUpQuestion[],
	typed: AnswersTyped,
): FollowUpAnswer[] =>
	questions.flatMap((question) => {
		const answer = tidied(question, typed[question.code] ?? "");
		return answer ? [{ question: question.code, answer }] : [];
	});

/** Questions that must be answered to take the seat, and are not. */
export const unanswered = (questions: readonly FollowUpQuestion[], typed: AnswersTyped) =>
	questions
		.filter((question) => question.required && !tidied(question, typed[question.code] ?? ""))
		.map(({ code }) => code);

/** Where an answer stands in what is sent, for what the server says of it. */
export const placeOf = (answers: readonly FollowUpAnswer[], code: string) =>
	answers.findIndex((one) => one.question === code);
