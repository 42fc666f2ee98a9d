import type { FollowUpAnswer, FollowUpQuestion } from "@/api/gen/types.gen.ts";
import { useAnswerWords } from "@/reference/answer-words.ts";
import { Facts } from "@/ui/page.tsx";

interface Props {
	questions: readonly FollowUpQuestion[];
	answers: readonly FollowUpAnswer[];
}

/** What was answered with a seat, to be read. */
export function Given({ questions, answers }: Props) {
	const words = useAnswerWords(questions);
	if (answers.length === 0) return null;
	return (
		<Facts
			items={answers.map((given) => {
				const { question, answer } = words(given);
				return { label: question, value: <bdi>{answer}</bdi> };
			})}
		/>
	);
}
