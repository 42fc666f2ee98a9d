import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanningFactor, Project, ProjectCashFlows } from "@/api/gen/types.gen.ts";
import { getCashFlows, getProjectCriteria } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { isKept } from "@/ui/use-kept.ts";
import { Fold } from "../fold.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { projectKey } from "../queries.ts";
import { BreakEven } from "./break-even.tsx";
import css from "./criteria.module.css";
import { DatedCard } from "./dated-card.tsx";
import { PeriodFigures } from "./figures.tsx";
import { FlowsCard, flowsKey } from "./flows-card.tsx";
import { isDrawn, Profile } from "./profile.tsx";
import { Tornado } from "./tornado.tsx";

const CHANGES = ["5", "10", "20", "30", "50"] as const;

function Judged({ flows }: { flows: ProjectCashFlows }) {
	const { t } = useTranslation("workshop");
	const { text, number } = useFormat();
	const id = flows.project_id;
	const [change, setChange] = useState<string>("20");
	const read = useQuery({
		queryKey: [...projectKey(id), "criteria", change],
		queryFn: async ({ signal }) =>
			(
				await getProjectCriteria({
					path: { id },
					query: { change_percent: Number(change) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	if (read.isPending) return <Loading lines={6} />;
	if (read.isError) return <Failed error={read.error} onRetry={() => void read.refetch()} />;
	const { criteria, rate } = read.data;
	const figures = criteria?.by_period;
	if (!criteria || !figures)
		return flows.cash_flows ? null : <Empty title={t("criteria.noFlows")} />;
	const factors = criteria.sensitivity ?? [];
	// A part is called by its place and its Arabic words.
	const nameOf = (factor: PlanningFactor) => {
		const part = Number.parseInt(factor.component ?? "", 10);
		return factor.kind === "rate"
			? t("criteria.rate")
			: text(flows.cash_flows?.components?.[part - 1]?.label) || (factor.component ?? "");
	};
	return (
		<>
			<Fold title={t("criteria.figures")} open>
				<Card title={t("criteria.figures")}>
					<PeriodFigures figures={figures} />
				</Card>
			</Fold>
			{figures.npv != null && factors.length > 0 && (
				<>
					<Fold title={t("criteria.tornado", { change: Number(change) })}>
						<div className={css.change}>
							<NativeSelect
								label={t("criteria.change")}
								options={CHANGES.map((one) => ({
									id: one,
									label: t("percent", { value: number(Number(one)) }),
								}))}
								value={change}
								onChange={(one) => setChange(one ?? "20")}
							/>
						</div>
						<Tornado npv={figures.npv} factors={factors} nameOf={nameOf} change={Number(change)} />
					</Fold>
					<Fold title={t("criteria.breakEven")}>
						<BreakEven factors={factors} nameOf={nameOf} />
					</Fold>
				</>
			)}
			{isDrawn(figures) && (
				<Fold title={t("criteria.profile")}>
					<Profile figures={figures} rate={rate ?? null} />
				</Fold>
			)}
		</>
	);
}

function Criteria({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const flows = useQuery({
		queryKey: [...projectKey(id), "cash-flows"],
		queryFn: async ({ signal }) =>
			(await getCashFlows({ path: { id }, signal, throwOnError: true })).data,
	});
	if (flows.isPending) return <Loading lines={8} />;
	if (flows.isError) return <Failed error={flows.error} onRetry={() => void flows.refetch()} />;
	const { cash_flows } = flows.data;
	return (
		<>
			{(editable || cash_flows) && (
				<Fold title={t("criteria.flows")} open={!cash_flows || isKept(flowsKey(id))}>
					<FlowsCard read={flows.data} editable={editable} />
				</Fold>
			)}
			<Judged flows={flows.data} />
			{(editable || (cash_flows?.dated_flows ?? []).length > 0) && (
				<Fold title={t("criteria.dated")}>
					<DatedCard read={flows.data} editable={editable} />
				</Fold>
			)}
		</>
	);
}

/** Whether a project is worth its money: its cash flows and what follows from them. */
export function CriteriaPage() {
	return <ProjectFrame tool="criteria">{({ data }) => <Criteria project={data} />}</ProjectFrame>;
}
