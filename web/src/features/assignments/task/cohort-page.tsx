import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { Empty, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { assignmentsQuery, modulesQuery } from "../queries.ts";
import { useLeads } from "../use-leads.ts";
import { Due } from "./due.tsx";
import { Standing } from "./standing.tsx";
import css from "./task.module.css";

function Assignments({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("assignments");
	const { text } = useFormat();
	const own = useUser()?.acting?.role === "association";
	const leads = useLeads()(cohort);
	const list = useQuery(assignmentsQuery(cohort.id));
	const modules = useQuery(modulesQuery(cohort.course_id, cohort.course_number));
	const module = (code: string | null | undefined) =>
		text(modules.data?.find((one) => one.code === code)?.title);
	if (list.isError) return <FailedPage error={list.error} onRetry={() => void list.refetch()} />;
	return (
		<>
			<CohortHead
				title={t("list.title")}
				cohort={cohort}
				current="assignments"
				actions={
					leads && (
						<Link
							to="/cohorts/$id/assignments/new"
							params={{ id: cohort.id }}
							className={buttonClass("primary")}
						>
							<Plus />
							{t("list.new")}
						</Link>
					)
				}
			/>
			<ListTable
				list={list}
				none={
					<Empty title={t("list.none")}>
						<p>{t(leads ? "list.noneLead" : "list.noneYet")}</p>
					</Empty>
				}
				label={t("list.title")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "name",
						header: t("task"),
						cell: (row) => (
							<>
								<Link to="/assignments/$id" params={{ id: row.id }}>
									<bdi>{text(row.name)}</bdi>
								</Link>
								{module(row.module) && (
									<>
										<br />
										<span className={css.below}>
											{t("moduleOf", { module: module(row.module) })}
										</span>
									</>
								)}
							</>
						),
					},
					{ id: "tool", header: t("toolLabel"), cell: (row) => t(`tool.${row.tool}`) },
					{ id: "due", header: t("due.label"), cell: (row) => <Due at={row.due_at} /> },
					{
						id: "standing",
						header: t(own ? "list.ours" : "list.handed"),
						cell: (row) => <Standing id={row.id} />,
					},
				]}
			/>
		</>
	);
}

/** What participants of a cohort do in their own projects. */
export function CohortAssignmentsPage() {
	const { id } = useParams({ from: "/cohorts/$id/assignments" });
	const allowed = can(useUser(), "list_assignments");
	const found = useQuery({ ...cohortQuery(id), enabled: allowed, staleTime: 0 });
	if (!allowed) return <NoRight />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	return <Assignments cohort={found.data.data} />;
}
