import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Exam, LearningStatistics } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { attemptQuery, attemptsQuery, statisticsQuery } from "../queries.ts";
import { useWords } from "../use-words.ts";
import { Gain } from "./gain.tsx";
import { useUnknown } from "./use-unknown.tsx";

const BASIS = 10_000;

function Questions({ exam, statistics }: { exam: Exam; statistics: LearningStatistics }) {
	const { t } = useTranslation("exams");
	const { text, number } = useFormat();
	const unknown = useUnknown();
	// The questions as they were asked stand on the paper of whoever is done.
	const attempts = useQuery(attemptsQuery(exam.id));
	const done = attempts.data?.find(({ state }) => state && state !== "under_way")?.id;
	const paper = useQuery({ ...attemptQuery(done ?? ""), enabled: !!done });
	const asked = new Map(paper.data?.questions.map((one) => [one.id, text(one.text)]));
	const share = (basis: number) =>
		number(basis / BASIS, { style: "percent", maximumFractionDigits: 0 });
	return (
		<DataTable
			label={t("statistics.questions")}
			rows={statistics.questions.map((one, index) => ({ ...one, place: index + 1 }))}
			rowKey={(row) => row.id}
			columns={[
				{
					id: "question",
					header: t("statistics.question"),
					cell: (row) => (
						<>
							{number(row.place)}. <bdi>{asked.get(row.id) ?? ""}</bdi>
						</>
					),
				},
				{
					id: "difficulty",
					header: t("statistics.earned"),
					numeric: true,
					cell: (row) =>
						row.difficulty == null ? unknown(row.unknown, "difficulty") : share(row.difficulty),
				},
				{
					id: "discrimination",
					header: t("statistics.telling"),
					numeric: true,
					cell: (row) =>
						row.discrimination == null ? (
							unknown(row.unknown, "discrimination")
						) : (
							<span className="ltr">
								{number(row.discrimination / BASIS, {
									minimumFractionDigits: 2,
									maximumFractionDigits: 2,
								})}
							</span>
						),
				},
				...(["correct", "partial", "wrong", "unanswered"] as const).map((id) => ({
					id,
					header: t(`verdict.${id}`),
					numeric: true,
					cell: (row: { [verdict in typeof id]: number }) => number(row[id]),
				})),
			]}
		/>
	);
}

/** What a test says of its questions, and of the course. */
export function StatisticsCard({ exam }: { exam: Exam }) {
	const { t } = useTranslation("exams");
	const { number } = useFormat();
	const words = useWords();
	const unknown = useUnknown();
	const found = useQuery(statisticsQuery(exam.id));
	if (found.isPending) return <Loading lines={4} />;
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	const { statistics, gain } = found.data;
	if (statistics.sheets === 0) {
		return (
			<Card title={t("statistics.title")}>
				<p className="quiet">{t("statistics.none")}</p>
			</Card>
		);
	}
	const figure = (id: "mean" | "median" | "lowest" | "highest") => {
		const value = statistics[id];
		return {
			label: t(`statistics.${id}`),
			value: value == null ? unknown(statistics.unknown, id) : words.score(value),
		};
	};
	return (
		<>
			<Card title={t("statistics.title")}>
				<Facts
					items={[
						{ label: t("statistics.sheets"), value: number(statistics.sheets) },
						...(["mean", "median", "lowest", "highest"] as const).map(figure),
					]}
				/>
				<Questions exam={exam} statistics={statistics} />
				<p className="quiet">{t("statistics.explained")}</p>
			</Card>
			{gain && <Gain gain={gain} />}
		</>
	);
}
