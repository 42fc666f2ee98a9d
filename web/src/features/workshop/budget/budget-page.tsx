import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Project } from "@/api/gen/types.gen.ts";
import { getEarnedValue, listCostLines } from "@/api/gen/workshop-sdk.gen.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { FileButton } from "@/ui/file-button.tsx";
import { Row } from "@/ui/page.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { Fold } from "../fold.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { activitiesQuery, projectKey } from "../queries.ts";
import { Baselines } from "./baselines.tsx";
import css from "./budget.module.css";
import { CostLines, CostTable } from "./cost-lines.tsx";
import { Figures } from "./figures.tsx";
import { Reports } from "./reports.tsx";
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
			{report.data.variances.length > 0 && (
				<Fold title={t("variance.title")} open>
					<Variances report={report.data} editable={editable} />
				</Fold>
			)}
			<Fold title={t("ev.curve")} open>
				<SCurve report={report.data} />
			</Fold>
			<Fold title={t("ev.figures")}>
				<Figures figures={figures.project} />
			</Fold>
		</>
	);
}

function Budget({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const lines = useQuery({
		queryKey: [...projectKey(id), "cost-lines"],
		queryFn: async ({ signal }) =>
			(await listCostLines({ path: { id }, signal, throwOnError: true })).data,
	});
	const activities = useQuery(activitiesQuery(id));
	return (
		<>
			<Row>
				<FileButton
					path={`/api/v1/projects/${id}/earned-value/report`}
					name="earned-value.pdf"
					accept="application/pdf"
				>
					{t("ev.print")}
				</FileButton>
			</Row>
			<EarnedValue project={project} />
			{activities.data && (
				<Fold title={t("report.title")} open>
					<Reports id={id} activities={activities.data} editable={editable} />
				</Fold>
			)}
			<div className={css.columns}>
				<Awaited list={lines} />
				{lines.data && (
					<Fold title={t("cost.title")} open={lines.data.items.length === 0}>
						{editable ? <CostLines id={id} list={lines.data} /> : <CostTable list={lines.data} />}
					</Fold>
				)}
				<Fold title={t("baseline.title")}>
					<Baselines id={id} editable={editable} />
				</Fold>
			</div>
		</>
	);
}

/** What a project costs, and what was earned for it. */
export function BudgetPage() {
	return <ProjectFrame tool="budget">{({ data }) => <Budget project={data} />}</ProjectFrame>;
}
