import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ExamAttempt } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { AttemptBadge } from "../badges.tsx";
import { examQuery } from "../queries.ts";
import { useWords } from "../use-words.ts";
import { AnswerList } from "./answers.tsx";
import css from "./attempt.module.css";

/** When what was right is told, to whoever must wait for it. */
function ToldLater({ exam }: { exam: string }) {
	const { t } = useTranslation("exams");
	const { dateTime } = useFormat();
	const found = useQuery(examQuery(exam));
	if (!found.data) return null;
	return (
		<Notice tone="info" title={t("result.later", { at: dateTime(found.data.closes_at) })}>
			<p>{t("result.laterDetail")}</p>
		</Notice>
	);
}

/** How an attempt stands, and what it earned once it is over. */
export function Result({ attempt }: { attempt: ExamAttempt }) {
	const { t } = useTranslation("exams");
	const { dateTime, number } = useFormat();
	const words = useWords();
	const { result } = attempt;
	return (
		<>
			<Card title={t("result.title")}>
				{result && (
					<p className={css.score}>
						<b>{words.score(result.score)}</b>
						<span className="quiet">
							{t("result.earned", {
								points: words.points(result.points),
								of: words.points(result.out_of),
							})}
						</span>
					</p>
				)}
				<Facts
					items={[
						{ label: t("attempt.state"), value: <AttemptBadge state={attempt.state} /> },
						{ label: t("attempt.begun"), value: dateTime(attempt.begun_at) },
						{
							label: t(attempt.handed_in_at ? "attempt.handedIn" : "attempt.deadline"),
							value: dateTime(attempt.handed_in_at ?? attempt.deadline_at),
						},
						...(result
							? [
									{
										label: t("attempt.answered"),
										value: t("attempt.of", {
											answered: number(result.answered),
											of: number(result.answered + result.unanswered),
										}),
									},
								]
							: []),
					]}
				/>
				{attempt.state === "timed_out" && <p>{t("result.timedOut")}</p>}
			</Card>
			{result && !result.key && <ToldLater exam={attempt.exam_id} />}
			<Card title={t("result.answers")}>
				<AnswerList attempt={attempt} />
			</Card>
		</>
	);
}
