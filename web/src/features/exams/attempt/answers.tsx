import { useTranslation } from "react-i18next";
import type {
	ExamAttempt,
	ExamKeyQuestion,
	ExamPaperQuestion,
	LearningReply,
	LearningVerdict,
} from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge, type Tone } from "@/ui/badge.tsx";
import { useWords } from "../use-words.ts";
import css from "./attempt.module.css";
import { isAnswer } from "./sitting-state.ts";

const VERDICT: Readonly<Record<LearningVerdict, Tone>> = {
	correct: "good",
	partial: "wait",
	wrong: "bad",
	unanswered: "calm",
};

/** The right answer of a key, as if somebody had given it. */
function rightOf(key: ExamKeyQuestion): LearningReply {
	const { kind, correct = [], choices = [], value } = key;
	if (kind === "numeric") return { value: value ?? 0 };
	if (kind === "ordering") return { order: choices.map(({ id }) => id) };
	return { choices: correct };
}

function Lines({ kind, lines }: { kind: ExamPaperQuestion["kind"]; lines: readonly string[] }) {
	const only = lines[0];
	if (lines.length === 1 && only !== undefined) return <bdi>{only}</bdi>;
	const rows = lines.map((line) => (
		<li key={line}>
			<bdi>{line}</bdi>
		</li>
	));
	return kind === "ordering" ? <ol>{rows}</ol> : <ul>{rows}</ul>;
}

interface Props {
	attempt: ExamAttempt;
	question: ExamPaperQuestion;
	number: number;
}

function Answered({ attempt, question, number }: Props) {
	const { t } = useTranslation("exams");
	const { text } = useFormat();
	const words = useWords();
	const { id, kind } = question;
	const given = attempt.answers.find((one) => one.question_id === id)?.given ?? null;
	const score = attempt.result?.questions?.find((one) => one.id === id);
	const key = attempt.result?.key?.find((one) => one.id === id);
	const tolerance = key?.tolerance ?? 0;
	return (
		<section className={css.question} aria-labelledby={`answer-${number}`}>
			<header className={css.questionHead}>
				<h3 id={`answer-${number}`}>
					{t("paper.question", { number, of: attempt.questions.length })}
				</h3>
				{score && (
					<>
						<span className="quiet">
							{t("result.earned", {
								points: words.points(score.points),
								of: words.points(score.out_of),
							})}
						</span>
						<span className={css.where}>
							<Badge tone={VERDICT[score.verdict]}>{t(`verdict.${score.verdict}`)}</Badge>
						</span>
					</>
				)}
			</header>
			<p className={css.asked} dir="auto">
				{text(question.text)}
			</p>
			<dl className={css.given}>
				<div>
					<dt>{t("result.given")}</dt>
					<dd>
						{given && isAnswer(given) ? (
							<Lines kind={kind} lines={words.reply(question, given)} />
						) : (
							<span className="quiet">{t("answer.none")}</span>
						)}
					</dd>
				</div>
				{key && (
					<div>
						<dt>{t("result.right")}</dt>
						<dd>
							<Lines kind={kind} lines={words.reply(question, rightOf(key))} />
							{tolerance > 0 && (
								<span className="quiet">
									{" "}
									{t("result.tolerance", { value: words.value(tolerance) })}
								</span>
							)}
						</dd>
					</div>
				)}
				{key?.explanation && (
					<div>
						<dt>{t("question.explanation")}</dt>
						<dd dir="auto">{text(key.explanation)}</dd>
					</div>
				)}
			</dl>
		</section>
	);
}

/** A paper with what was answered; with what was right, where the server tells it. */
export function AnswerList({ attempt }: { attempt: ExamAttempt }) {
	return attempt.questions.map((question, index) => (
		<Answered key={question.id} attempt={attempt} question={question} number={index + 1} />
	));
}
