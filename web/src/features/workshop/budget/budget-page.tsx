import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Project } from "@/api/gen/types.gen.ts";
import { getEarnedValue, listActivities, listCostLines } from "@/api/gen/workshop-sdk.gen.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { projectKey } from "../queries.ts";
import { Baselines } from "./baselines.tsx";
import css from "./budget.module.css";
import { CostLines } from "./cost-lines.tsx";
import { Figures } from "./figures.tsx";
import { ReportDialog } from "./report-dialog.tsx";
import { SCurve } from "./s-curve.tsx";
import { Variances } from "./variances.tsx";

function EarnedValue({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const report = useQuery({
		queryKey: [...projectKey(id), "earned-value"],
		queryFn: async ({ signal }) =>
			(await getEarnedValue({ path: { id }, signal, throwOnError: true })).data,
	});
	if (report.isPending) return <Loading lines={4} />;
	if (report.isError) return <Failed error={report.error} onRetry={() => void report.refetch()} />;
	const { figures, no_figures } = report.data;
	if (!figures) {
		return (
			<Empty title={t(`noFigures.${no_figures ?? "no_activities"}`)}>
				<Link
					to={no_figures === "no_start" ? "/projects/$id" : "/projects/$id/activities"}
					params={{ id }}
					className={buttonClass("secondary")}
				>
					{t(no_figures === "no_start" ? "tool.overview" : "tool.activities")}
				</Link>
			</Empty>
		);
	}
	return (
		<>
			<Variances report={report.data} editable={editable} />
			<SCurve report={report.data} />
			<Figures figures={figures.project} />
		</>
	);
}

function Budget({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const [reporting, setReporting] = useState(false);
	const lines = useQuery({
		queryKey: [...projectKey(id), "cost-lines"],
		queryFn: async ({ signal }) =>
			(await listCostLines({ path: { id }, signal, throwOnError: true })).data,
	});
	const activities = useQuery({
		queryKey: [...projectKey(id), "activities"],
		queryFn: async ({ signal }) =>
			(await listActivities({ path: { id }, signal, throwOnError: true })).data.items,
		enabled: editable,
	});
	return (
		<>
			{editable && (activities.data?.length ?? 0) > 0 && (
				<div>
					<Button variant="primary" onPress={() => setReporting(true)}>
						<Plus />
						{t("report.new")}
					</Button>
				</div>
			)}
			<EarnedValue project={project} />
			<div className={css.columns}>
				{lines.isPending && <Loading />}
				{lines.isError && <Failed error={lines.error} onRetry={() => void lines.refetch()} />}
				{lines.data && <CostLines id={id} list={lines.data} editable={editable} />}
				<Baselines id={id} editable={editable} />
			</div>
			{reporting && activities.data && (
				<ReportDialog id={id} activities={activities.data} onClose={() => setReporting(false)} />
			)}
		</>
	);
}

/** What a project costs, and what was earned for it. */
export function BudgetPage() {
	return <ProjectFrame tool="budget">{({ data }) => <Budget project={data} />}</ProjectFrame>;
}
