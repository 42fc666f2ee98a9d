import { useTranslation } from "react-i18next";
import type {
	Exam,
	ExamPaperQuestion,
	LearningReply,
	QuestionChoice,
} from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { BCP47 } from "@/i18n/locale.ts";
import { useNow } from "@/ui/use-now.ts";

export type Season = "draft" | "ahead" | "open" | "closed";

/** Where a test stands now. */
export function useSeason() {
	const now = useNow();
	return ({
		status,
		opens_at,
		closes_at,
	}: Pick<Exam, "status" | "opens_at" | "closes_at">): Season => {
		if (status === "draft") return "draft";
		if (Date.parse(opens_at) > now) return "ahead";
		return Date.parse(closes_at) > now ? "open" : "closed";
	};
}

/** How the figures and answers of tests are said. */
export function useWords() {
	const { t } = useTranslation("exams");
	const { locale, number, text } = useFormat();
	const list = (words: readonly string[]) =>
		new Intl.ListFormat(BCP47[locale], { type: "conjunction" }).format(words);
	const named = (choices: readonly QuestionChoice[], id: string) => {
		const choice = choices.find((one) => one.id === id);
		return choice ? text(choice.text) : id;
	};
	return {
		list,
		/** Hundredths of 100. */
		score: (hundredths: number) => t("score", { score: number(hundredths / 100) }),
		/** Hundredths of a point. */
		points: (hundredths: number) => number(hundredths / 100),
		/** Thousandths. */
		value: (thousandths: number) => number(thousandths / 1000, { maximumFractionDigits: 3 }),
		/** What was answered, line by line: an order has one for each thing. */
		reply: (question: Pick<ExamPaperQuestion, "choices">, given: LearningReply): string[] => {
			if ("value" in given) return [number(given.value / 1000, { maximumFractionDigits: 3 })];
			if ("choice" in given) return [named(question.choices, given.choice)];
			if ("choices" in given) return given.choices.map((id) => named(question.choices, id));
			return given.order.map((id) => named(question.choices, id));
		},
	};
}
