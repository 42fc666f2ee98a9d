import { useTranslation } from "react-i18next";
import type { FollowUpAnswer, FollowUpQuestion } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";

/** An answer in words: what programs write as codes is said as it was asked. */
export function useAnswerWords(questions: readonly FollowUpQuestion[]) {
	const { t } = useTranslation("common");
	const { text } = useFormat();
	const asked = new Map(questions.map((one) => [one.code, one]));
	return ({ question: code, answer }: FollowUpAnswer) => {
		const question = asked.get(code);
		if (!question) return { question: code, answer };
		const option = question.options?.find((one) => one.code === answer);
		const yesNo = question.kind === "yes_no" && t(answer === "yes" ? "state.yes" : "state.no");
		return {
			question: text(question.question),
			answer: yesNo || (option ? text(option.name) : answer),
		};
	};
}
