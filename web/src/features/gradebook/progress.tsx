import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { CohortGradebook, CohortProgress } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useGradeWords } from "@/reference/grade-words.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Card, Facts, Stack } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { progressQuery } from "./queries.ts";
import { Standings } from "./standings.tsx";

function Tests({ of }: { of: CohortProgress }) {
	const { t } = useTranslation("gradebook");
	const { dateTime, number } = useFormat();
	const { score, share } = useGradeWords();
	if (of.exams.length === 0) return <p className="quiet">{t("progress.noTests")}</p>;
	return (
		<>
			<DataTable
				label={t("progress.tests")}
				rows={of.exams}
				rowKey={(row) => row.exam_id}
				columns={[
					{ id: "kind", header: t("progress.test"), cell: (row) => t(`progress.kind.${row.kind}`) },
					{
						id: "closes",
						header: t("progress.closes"),
						cell: (row) => <time dateTime={row.closes_at}>{dateTime(row.closes_at)}</time>,
					},
					{
						id: "sat",
						header: t("progress.sat"),
						numeric: true,
						cell: (row) => t("progress.of", { some: row.sat, all: of.participants }),
					},
					{
						id: "under",
						header: t("progress.underWay"),
						numeric: true,
						cell: (row) => number(row.under_way),
					},
					{
						id: "mean",
						header: t("progress.mean"),
						numeric: true,
						cell: (row) => (row.mean == null ? "—" : score(row.mean)),
					},
				]}
			/>
			{of.gain != null && of.gain_band && (
				<p>
					{t("progress.gain", { share: share(of.gain), band: t(`progress.band.${of.gain_band}`) })}
				</p>
			)}
		</>
	);
}

function Assignments({ of }: { of: CohortProgress }) {
	const { t } = useTranslation("gradebook");
	const { text, dateTime, number } = useFormat();
	if (of.assignments.length === 0) return <p className="quiet">{t("progress.noAssignments")}</p>;
	const counts = ["handed_in", "returned", "accepted", "refused", "missing"] as const;
	return (
		<DataTable
			label={t("progress.assignments")}
			rows={of.assignments}
			rowKey={(row) => row.assignment_id}
			columns={[
				{
					id: "name",
					header: t("progress.assignment"),
					cell: (row) => <bdi>{text(row.name)}</bdi>,
				},
				{
					id: "due",
					header: t("progress.due"),
					cell: (row) => <time dateTime={row.due_at}>{dateTime(row.due_at)}</time>,
				},
				...counts.map((id) => ({
					id,
					header: t(`progress.state.${id}`),
					numeric: true,
					cell: (row: CohortProgress["assignments"][number]) => number(row[id]),
				})),
			]}
		/>
	);
}

/** How a cohort is getting on: who is in danger, what lacks of whom, and what waits for the trainer. */
export function Progress({ book }: { book: CohortGradebook }) {
	const { t } = useTranslation(["gradebook", "grades"]);
	const { number } = useFormat();
	const found = useQuery(progressQuery(book.cohort_id));
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	const progress = found.data;
	const { due, not_due: not, not_yet_known: open } = progress.certificates;
	return (
		<Stack>
			<Card title={t("progress.title")}>
				<Facts
					items={[
						{ label: t("progress.participants"), value: number(progress.participants) },
						{ label: t("progress.inDanger"), value: number(progress.in_danger.length) },
						{ label: t("progress.certificate.due"), value: number(due) },
						{ label: t("progress.certificate.open"), value: number(open) },
						{ label: t("progress.certificate.not"), value: number(not) },
					]}
				/>
			</Card>
			<Card title={t("progress.standings")}>
				<p className="quiet">{t("progress.standingsLead")}</p>
				<Standings book={book} inDanger={new Set(progress.in_danger)} />
			</Card>
			<Card title={t("progress.tests")}>
				<Tests of={progress} />
			</Card>
			<Card title={t("progress.assignments")}>
				<Assignments of={progress} />
			</Card>
		</Stack>
	);
}
