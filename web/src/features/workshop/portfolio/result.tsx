import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type {
	PlanningDifference,
	PlanningRankedProject,
	ProjectSelectionResult,
	SelectionAnswer,
	SelectionInput,
} from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import { Empty } from "@/ui/states.tsx";
import { useList } from "../use-list.ts";
import { useMoney } from "../use-money.ts";
import css from "./portfolio.module.css";
import { becauseOf } from "./reasons.ts";
import { Chosen, Way } from "./way.tsx";

/** Whether it is the best there is, and what the ranking would lose. */
export function Verdict({ result }: { result: ProjectSelectionResult }) {
	const { t } = useTranslation("workshop");
	const { money } = useMoney();
	const { status, proof, value_lost_by_ranking: lost } = result;
	const proven = t(`portfolio.method.${proof.method}`, { count: proof.nodes });
	if (status === "infeasible") {
		return (
			<Notice tone="bad" title={t("portfolio.status.infeasible")}>
				<p>{proven}</p>
			</Notice>
		);
	}
	return (
		<Notice tone={status === "optimal" ? "good" : "warn"} title={t(`portfolio.status.${status}`)}>
			<p>{proven}</p>
			{status !== "optimal" && proof.gap != null && (
				<p>{t("portfolio.gap", { gap: money(proof.gap) })}</p>
			)}
			<p>
				{!result.ranking_feasible
					? t("portfolio.rankingFails")
					: lost
						? t("portfolio.lost", { lost: money(lost) })
						: t("portfolio.same")}
			</p>
		</Notice>
	);
}

interface Props {
	answer: SelectionAnswer;
	input: SelectionInput;
	/** What is offered to do with it. */
	actions?: ReactNode;
}

/** The optimum beside the ranking by index, and project by project why the two part. */
export function Result({ answer, input, actions }: Props) {
	const { t } = useTranslation("workshop");
	const { text, number } = useFormat();
	const { dinars } = useMoney();
	const list = useList();
	const { result, projects } = answer;
	if (!result) return <Empty title={t("portfolio.nothing")} />;
	const of = (id: string) => projects.find((item) => item.project_id === id);
	const why = (id: string) => result.differences.find((one) => one.project === id);
	const said = (part: PlanningDifference) => {
		const names = becauseOf(part, result, input).map((id) => text(of(id)?.name));
		return names.length > 0 &&
			(part.reason === "excluded" || part.reason === "prerequisite_missing")
			? t(`portfolio.because.${part.reason}`, { names: list(names) })
			: t(`portfolio.reason.${part.reason}`);
	};
	return (
		<Card title={t("portfolio.result")} actions={actions}>
			<div role="status">
				<Verdict result={result} />
			</div>
			<div className={css.ways}>
				{result.optimum && <Way title={t("portfolio.optimum")} chosen={result.optimum} />}
				<Way
					title={t("portfolio.byIndex")}
					chosen={result.by_ranking}
					note={result.ranking_feasible ? undefined : t("portfolio.unmet")}
				/>
			</div>
			<DataTable<PlanningRankedProject>
				label={t("portfolio.result")}
				rows={result.ranking}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "name",
						header: t("field.name"),
						cell: (row) => <bdi>{text(of(row.id)?.name)}</bdi>,
					},
					{
						id: "rank",
						header: t("portfolio.rank"),
						numeric: true,
						cell: (row) => number(row.rank),
					},
					{
						id: "index",
						header: t("portfolio.index"),
						numeric: true,
						cell: (row) =>
							row.profitability_index == null
								? t("unknown.no_outlay")
								: number(row.profitability_index, { maximumFractionDigits: 2 }),
					},
					{
						id: "outlay",
						header: t("portfolio.outlay"),
						numeric: true,
						cell: (row) => dinars(of(row.id)?.outlay.amount ?? 0),
					},
					{
						id: "npv",
						header: t("portfolio.npv"),
						numeric: true,
						cell: (row) => dinars(of(row.id)?.npv?.amount ?? 0),
					},
					{
						id: "byIndex",
						header: t("portfolio.byIndex"),
						cell: (row) => <Chosen yes={row.selected_by_ranking} />,
					},
					{
						id: "optimum",
						header: t("portfolio.optimum"),
						cell: (row) => <Chosen yes={row.selected_by_optimum} />,
					},
					{
						id: "why",
						header: t("portfolio.why"),
						cell: (row) => {
							const part = why(row.id);
							return part ? said(part) : "";
						},
					},
				]}
			/>
		</Card>
	);
}
