import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Project } from "@/api/gen/types.gen.ts";
import { listCostLines } from "@/api/gen/workshop-sdk.gen.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { isKept } from "@/ui/use-kept.ts";
import { Fold } from "../fold.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { activitiesQuery, projectKey } from "../queries.ts";
import { Baselines } from "./baselines.tsx";
import css from "./budget.module.css";
import { CostLines, CostTable, costLinesKey } from "./cost-lines.tsx";
import { EarnedValue } from "./earned-value.tsx";
import { Reports } from "./reports.tsx";

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
			<EarnedValue project={project} />
			{activities.data && (
				<Fold title={t("report.title")} open>
					<Reports id={id} activities={activities.data} editable={editable} />
				</Fold>
			)}
			<div className={css.columns}>
				<Awaited list={lines} />
				{lines.data && (
					<Fold
						title={t("cost.title")}
						open={lines.data.items.length === 0 || isKept(costLinesKey(id))}
					>
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
