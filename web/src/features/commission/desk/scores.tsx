import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isKeptByDuty } from "@/api/problem.ts";
import { ApplicationBadge } from "@/reference/application-badge.tsx";
import { usePoints } from "@/reference/use-points.ts";
import { WhileReviewing } from "@/reference/while-reviewing.tsx";
import { Badge } from "@/ui/badge.tsx";
import { ExportMenu } from "@/ui/export-menu.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { useApplicationColumn } from "../use-application-column.tsx";
import css from "./desk.module.css";
import { PER_PAGE, scoresQuery } from "./queries.ts";

/** What reviewers think of each application; those they disagree about on request. */
export function Scores({ event, disputed }: { event: string; disputed: boolean }) {
	const { t } = useTranslation("commission");
	const points = usePoints();
	const application = useApplicationColumn();
	const cursors = useCursors(`${event} ${disputed}`);
	const list = useQuery({ ...scoresQuery(event, disputed, cursors.cursor), staleTime: 0 });
	const link = (wanted: "yes" | undefined) => ({
		to: "/events/$id/commission" as const,
		params: { id: event },
		search: { disputed: wanted },
	});
	if (isKeptByDuty(list.error))
		return (
			<Card title={t("scores.title")}>
				<WhileReviewing error={list.error} event={event} />
			</Card>
		);
	return (
		<Card
			title={t("scores.title")}
			actions={
				<ExportMenu
					path={`/api/v1/events/${event}/scores${disputed ? "?disputed=true" : ""}`}
					name="scores"
				/>
			}
		>
			<div className={css.filter}>
				<Tabs
					label={t("scores.filter")}
					current={disputed ? "disputed" : "all"}
					tabs={[
						{ id: "all", label: t("scores.all"), link: link(undefined) },
						{ id: "disputed", label: t("scores.disputedOnes"), link: link("yes") },
					]}
				/>
			</div>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<p className="quiet">{t(disputed ? "scores.noneDisputed" : "scores.none")}</p>}
				label={t("scores.title")}
				rowKey={(row) => row.application_id}
				columns={[
					application,
					{
						id: "reviews",
						header: t("scores.reviews"),
						cell: (row) => t("reviewers.scoredOf", { scored: row.scored, assigned: row.assigned }),
					},
					{
						id: "score",
						header: t("scores.score"),
						numeric: true,
						cell: (row) => points(row.score),
					},
					{
						id: "spread",
						header: t("scores.spread"),
						numeric: true,
						cell: (row) => points(row.spread),
					},
					{
						id: "disputed",
						header: t("scores.disputed"),
						cell: (row) => row.disputed && <Badge tone="bad">{t("scores.isDisputed")}</Badge>,
					},
					{
						id: "state",
						header: t("state"),
						cell: (row) => <ApplicationBadge status={row.status} />,
					},
				]}
			/>
		</Card>
	);
}
