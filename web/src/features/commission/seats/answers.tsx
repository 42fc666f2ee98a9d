import { useTranslation } from "react-i18next";
import type { FollowUpQuestion } from "@/api/gen/types.gen.ts";
import { listFollowUpAnswers } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useAnswerWords } from "@/reference/answer-words.ts";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { useApplicationColumn } from "../use-application-column.tsx";
import { usePages } from "../use-pages.ts";
import css from "./seats.module.css";

/** What those with a seat have answered. */
export function Answers(props: { event: string; questions: readonly FollowUpQuestion[] }) {
	const { event, questions } = props;
	const { t } = useTranslation("commission");
	const { dateTime } = useFormat();
	const words = useAnswerWords(questions);
	const application = useApplicationColumn();
	const pages = usePages(event, ["answers"], (query, signal) =>
		listFollowUpAnswers({ path: { id: event }, query, signal, throwOnError: true }),
	);
	return (
		<Card title={t("seats.answers")}>
			<PagedTable
				{...pages}
				empty={<p className="quiet">{t("seats.noAnswers")}</p>}
				label={t("seats.answers")}
				rowKey={(row) => row.application_id}
				columns={[
					application,
					{
						id: "at",
						header: t("seats.answeredAt"),
						cell: (row) => <time dateTime={row.answered_at}>{dateTime(row.answered_at)}</time>,
					},
					{
						id: "answers",
						header: t("seats.answersOf"),
						wide: true,
						cell: (row) => (
							<dl className={css.answers}>
								{row.answers.map((given) => {
									const { question, answer } = words(given);
									return (
										<div key={given.question}>
											<dt>{question}</dt>
											<dd>
												<bdi>{answer}</bdi>
											</dd>
										</div>
									);
								})}
							</dl>
						),
					},
				]}
			/>
		</Card>
	);
}
