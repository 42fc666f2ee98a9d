import { useTranslation } from "react-i18next";
import type { ExamPaperQuestion, LearningReply } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge, type Tone } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { useWords } from "../use-words.ts";
import css from "./attempt.module.css";
import { Choices } from "./choices.tsx";
import { NumberAnswer } from "./number.tsx";
import { Ordering } from "./ordering.tsx";
import type { Sitting } from "./sitting.ts";
import { answerIn, isAnswer, keptAnswer, type SittingState } from "./sitting-state.ts";

/** While a number is typed, more digits are likely to follow. */
const TYPING = 700;

type Where = "waits" | "late" | "overtaken" | "saved" | "none";
const TONE: Readonly<Record<Where, Tone>> = {
	waits: "wait",
	late: "bad",
	overtaken: "note",
	saved: "good",
	none: "calm",
};

function whereIs(state: SittingState, id: string): Where {
	if (state.unsent[id]) return "waits";
	if (state.late.includes(id)) return "late";
	if (state.overtaken.includes(id)) return "overtaken";
	const kept = state.attempt && keptAnswer(state.attempt, id);
	return kept && isAnswer(kept.given) ? "saved" : "none";
}

interface AnswerProps {
	question: ExamPaperQuestion;
	given: LearningReply | null;
	onAnswer: (given: LearningReply | null, pause?: number) => void;
	isDisabled: boolean;
}

function Answer({ question, given, onAnswer, isDisabled }: AnswerProps) {
	const { t } = useTranslation("exams");
	const { text } = useFormat();
	const legend = text(question.text);
	switch (question.kind) {
		case "single":
			return (
				<Choices
					legend={legend}
					choices={question.choices}
					taken={given && "choice" in given ? [given.choice] : []}
					onChange={([choice]) => choice && onAnswer({ choice })}
					many={false}
					isDisabled={isDisabled}
				/>
			);
		case "multiple":
			return (
				<Choices
					legend={legend}
					hint={t("paper.several")}
					choices={question.choices}
					taken={given && "choices" in given ? given.choices : []}
					onChange={(choices) => onAnswer(choices.length > 0 ? { choices } : null)}
					many
					isDisabled={isDisabled}
				/>
			);
		case "numeric":
			return (
				<div className={css.number}>
					<NumberAnswer
						label={legend}
						value={given && "value" in given ? given.value : undefined}
						onChange={(value) => onAnswer(value === null ? null : { value }, TYPING)}
						isDisabled={isDisabled}
					/>
				</div>
			);
		case "ordering":
			return (
				<Ordering
					legend={legend}
					things={question.choices}
					order={given && "order" in given ? given.order : undefined}
					onChange={(order) => onAnswer({ order })}
					isDisabled={isDisabled}
				/>
			);
	}
}

interface Props {
	sitting: Sitting;
	state: SittingState;
	question: ExamPaperQuestion;
	/** From 1, as it is asked. */
	number: number;
	of: number;
}

/** One question with its answer, and where that answer is. */
export function Question({ sitting, state, question, number, of }: Props) {
	const { t } = useTranslation("exams");
	const words = useWords();
	const { id, kind } = question;
	const given = answerIn(state, id);
	const where = whereIs(state, id);
	const clears = (kind === "single" || kind === "ordering") && given !== null && !state.over;
	return (
		<section className={css.question} aria-labelledby={`question-${number}`}>
			<header className={css.questionHead}>
				<h2 id={`question-${number}`}>{t("paper.question", { number, of })}</h2>
				<span className="quiet">
					{t("paper.points", {
						count: question.points / 100,
						points: words.points(question.points),
					})}
				</span>
				<span className={css.where} role="status">
					<Badge tone={TONE[where]}>{t(`answer.${where}`)}</Badge>
				</span>
			</header>
			<Answer
				question={question}
				given={given}
				onAnswer={(reply, pause) => sitting.answer(id, reply, pause)}
				isDisabled={state.over}
			/>
			{clears && (
				<div>
					<Button small variant="quiet" onPress={() => sitting.answer(id, null)}>
						{t("answer.clear")}
					</Button>
				</div>
			)}
		</section>
	);
}
