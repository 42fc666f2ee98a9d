import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listKeptPortfolios } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { Fold } from "../fold.tsx";
import { useMoney } from "../use-money.ts";
import { keptKey } from "./kept-queries.ts";
import { useDay } from "./use-day.ts";

const PER_PAGE = 10;

/** The choices that the body one acts for keeps, newest first. */
export function KeptList() {
	const { t } = useTranslation("workshop");
	const { number } = useFormat();
	const day = useDay();
	const { dinars } = useMoney();
	const cursors = useCursors("kept");
	const list = useQuery({
		queryKey: [...keptKey, "list", cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listKeptPortfolios({
					query: { limit: PER_PAGE, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	return (
		<div id="kept">
			<Fold title={t("kept.title")} open>
				<Card title={t("kept.title")}>
					<PagedTable
						list={list}
						cursors={cursors}
						perPage={PER_PAGE}
						lines={3}
						empty={
							<Empty title={t("kept.none")}>
								<p>{t("kept.noneLead")}</p>
							</Empty>
						}
						label={t("kept.title")}
						rowKey={(row) => row.id}
						columns={[
							{
								id: "name",
								header: t("kept.name"),
								cell: (row) => (
									<Link to="/projects/portfolio" search={{ kept: row.id }}>
										<bdi>{row.name}</bdi>
									</Link>
								),
							},
							{
								id: "at",
								header: t("kept.on"),
								cell: (row) => <time dateTime={row.created_at}>{day(row.created_at)}</time>,
							},
							{
								id: "chosen",
								header: t("kept.chosenOf"),
								numeric: true,
								cell: (row) =>
									t("kept.of", { chosen: number(row.chosen), all: number(row.candidates) }),
							},
							{
								id: "budget",
								header: t("kept.budget"),
								numeric: true,
								cell: (row) => dinars(row.budget.amount),
							},
							{
								id: "value",
								header: t("portfolio.npv"),
								numeric: true,
								cell: (row) =>
									row.total_value ? (
										dinars(row.total_value.amount)
									) : (
										<span className="quiet">{t("kept.noChoice")}</span>
									),
							},
							{
								id: "by",
								header: t("kept.by"),
								cell: (row) => row.created_by_name && <bdi>{row.created_by_name}</bdi>,
							},
						]}
					/>
				</Card>
			</Fold>
		</div>
	);
}
