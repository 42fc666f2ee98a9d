import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import type { EarlierEdition, EventReport } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EventHead } from "@/reference/event-head.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Download } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { useAction } from "@/ui/use-action.ts";
import { Counts } from "./counts.tsx";
import { Groups } from "./groups.tsx";
import { reportQuery } from "./queries.ts";
import { RoundsTable } from "./rounds-table.tsx";
import { useCount, useDinars } from "./use-figures.ts";

function Headline({ report }: { report: EventReport }) {
	const { t } = useTranslation(["outcomes", "common"]);
	const count = useCount();
	return (
		<Card title={t("report.headline")}>
			<Facts
				items={[
					{ label: t("report.applications"), value: count(report.applications) },
					{ label: t("report.exhibitors"), value: count(report.exhibitors) },
					{ label: t("report.wilayas"), value: count(report.wilayas) },
				]}
			/>
			<Counts
				title={t("report.byStatus")}
				head={t("report.status")}
				rows={report.by_status.map((one) => ({
					id: one.status,
					label: t(`common:application.${one.status}`),
					count: one.count,
				}))}
			/>
		</Card>
	);
}

/** Earlier editions beside this one. */
function Earlier({ report }: { report: EventReport }) {
	const { t } = useTranslation("outcomes");
	const { text, dateRange } = useFormat();
	const count = useCount();
	const dinars = useDinars();
	const sales = ({ rounds }: Pick<EarlierEdition, "rounds">) => {
		const figures = rounds.find(({ round }) => round === "close")?.figures;
		return figures ? dinars(figures.sales) : t("hidden.cell");
	};
	return (
		<Card title={t("report.editions")}>
			<DataTable
				label={t("report.editions")}
				rows={[report, ...report.earlier]}
				rowKey={(row) => row.event_id}
				compared
				columns={[
					{
						id: "name",
						header: t("report.edition"),
						cell: (row) => (
							<Link to="/events/$id/report" params={{ id: row.event_id }}>
								<bdi>{text(row.event_name)}</bdi>
							</Link>
						),
					},
					{
						id: "days",
						header: t("report.days"),
						cell: (row) => dateRange(row.starts_on, row.ends_on),
					},
					{
						id: "applications",
						header: t("report.applications"),
						numeric: true,
						cell: (row) => count(row.applications),
					},
					{
						id: "exhibitors",
						header: t("report.exhibitors"),
						numeric: true,
						cell: (row) => count(row.exhibitors),
					},
					{
						id: "wilayas",
						header: t("report.wilayas"),
						numeric: true,
						cell: (row) => count(row.wilayas),
					},
					{ id: "sales", header: t("report.salesAtClose"), numeric: true, cell: sales },
				]}
			/>
		</Card>
	);
}

function Shown({ report }: { report: EventReport }) {
	const { t } = useTranslation(["outcomes", "common"]);
	const { date, dateRange } = useFormat();
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const action = useAction();
	const { event_id: id } = report;
	const print = () =>
		action.run(() =>
			download(`/api/v1/events/${id}/report/print`, "report.pdf", "application/pdf"),
		);
	return (
		<>
			<EventHead
				title={t("report.title")}
				event={{ id, name: report.event_name }}
				more={
					<>
						{" "}
						· {dateRange(report.starts_on, report.ends_on)}
						<br />
						{t("report.asOf", { day: date(report.as_of) })}
					</>
				}
				actions={
					<Button isPending={action.busy} onPress={() => void print()}>
						<Download size={16} />
						{t("report.print")}
					</Button>
				}
			/>
			<Stack>
				{action.failed && <ProblemPanel error={action.error} />}
				<Notice
					tone="info"
					title={
						report.complete
							? t("report.complete", { count: report.least_shown })
							: t("hidden.few", { count: report.least_shown })
					}
				>
					{!report.complete && <p>{t("hidden.why")}</p>}
				</Notice>
				<Headline report={report} />
				<RoundsTable rounds={report.rounds} />
				<Groups rounds={report.rounds} />
				<Card title={t("report.where")}>
					<Counts
						title={t("report.byWilaya")}
						head={t("common:field.wilaya")}
						rows={report.by_wilaya.map(({ code, count }) => ({
							id: code,
							label: wilayas.name(code),
							count,
						}))}
					/>
					<Counts
						title={t("report.bySector")}
						head={t("report.sector")}
						rows={report.by_craft_sector.map(({ code, count }) => ({
							id: code,
							label: sectors.name(code),
							count,
						}))}
					/>
				</Card>
				{report.earlier.length > 0 && <Earlier report={report} />}
			</Stack>
		</>
	);
}

/** What an edition was and what came out of it: for everybody once it is closed. */
export function ReportPage() {
	const { id } = useParams({ from: "/events/$id/report" });
	const found = useQuery(reportQuery(id));
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	return <Shown report={found.data} />;
}
