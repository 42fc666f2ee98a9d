import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FollowUpQuestion } from "@/api/gen/types.gen.ts";
import { listFollowUpAnswers } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useAnswerWords } from "@/reference/answer-words.ts";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { commissionKey } from "../queries.ts";
import css from "./seats.module.css";

const PER_PAGE = 25;

/** What those with a seat have answered. */
export function Answers(props: { event: string; questions: readonly FollowUpQuestion[] }) {
	const { event, questions } = props;
	const { t } = useTranslation("commission");
	const { text, dateTime } = useFormat();
	const words = useAnswerWords(questions);
	const cursors = useCursors(event);
	const { cursor } = cursors;
	const list = useQuery({
		queryKey: [...commissionKey(event), "answers", cursor],
		queryFn: async ({ signal }) =>
			(
				await listFollowUpAnswers({
					path: { id: event },
					query: { limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
	return (
		<Card title={t("seats.answers")}>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<p className="quiet">{t("seats.noAnswers")}</p>}
				label={t("seats.answers")}
				rowKey={(row) => row.application_id}
				columns={[
					{
						id: "application",
						header: t("scores.application"),
						cell: (row) => (
							<Link to="/applications/$id" params={{ id: row.application_id }}>
								{t("scores.named", { number: row.number, name: text(row.association_name) })}
							</Link>
						),
					},
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
