import { useTranslation } from "react-i18next";
import type { RoundFigures } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Card } from "@/ui/page.tsx";
import { MARKS } from "./declaration.ts";
import { useCount, useDinars } from "./use-figures.ts";

/** What was declared, the rounds side by side, and how the event was judged at its close. */
export function RoundsTable({ rounds }: { rounds: readonly RoundFigures[] }) {
	const { t } = useTranslation("outcomes");
	const { number, date } = useFormat();
	const count = useCount();
	const dinars = useDinars();
	const judged = rounds.find(({ evaluation }) => evaluation)?.evaluation;
	/** Why a cell of this round is empty. */
	const none = ({ state, opens_on: opens, hidden, declared }: RoundFigures) =>
		state === "upcoming"
			? t("opensOn", { day: date(opens) })
			: hidden
				? t(`hidden.${hidden}Cell`)
				: declared === 0
					? t("nothing")
					: t("hidden.cell");
	const cell =
		(of: (figures: NonNullable<RoundFigures["figures"]>) => string) => (row: RoundFigures) =>
			row.figures ? of(row.figures) : "";
	return (
		<>
			<Card title={t("report.outcomes")}>
				<DataTable
					label={t("report.outcomes")}
					rows={rounds}
					rowKey={(row) => row.round}
					compared
					columns={[
						{ id: "round", header: t("roundLabel"), cell: (row) => t(`round.${row.round}`) },
						{
							id: "declared",
							header: t("report.declared"),
							cell: (row) => (row.declared ? number(row.declared) : none(row)),
						},
						{
							id: "visitors",
							header: t("figure.visitors"),
							numeric: true,
							cell: cell(({ visitors }) => number(visitors)),
						},
						{
							id: "sales",
							header: t("figure.sales"),
							numeric: true,
							cell: cell(({ sales }) => dinars(sales)),
						},
						{
							id: "orders",
							header: t("figure.orders"),
							numeric: true,
							cell: cell(({ orders }) => number(orders)),
						},
						{
							id: "value",
							header: t("figure.orders_value"),
							numeric: true,
							cell: cell(({ orders_value }) => dinars(orders_value)),
						},
						{
							id: "contacts",
							header: t("figure.contacts"),
							numeric: true,
							cell: cell(({ contacts }) => number(contacts)),
						},
						{
							id: "median",
							header: t("report.median"),
							numeric: true,
							cell: cell(({ median_sales }) => dinars(median_sales)),
						},
					]}
				/>
			</Card>
			{judged && (
				<Card title={t("report.judged")}>
					<p className="quiet">{t("report.judgedBy", { count: judged.answered })}</p>
					<DataTable
						label={t("report.judged")}
						rows={MARKS}
						rowKey={(row) => row}
						compared
						columns={[
							{ id: "what", header: t("report.what"), cell: (row) => t(`judged.${row}`) },
							{
								id: "mean",
								header: t("report.mean"),
								numeric: true,
								cell: (row) =>
									t("report.of5", {
										mean: number(judged[row] / 1000, { maximumFractionDigits: 1 }),
									}),
							},
						]}
					/>
					<p>
						{t("report.again", {
							again: count(judged.would_come_again),
							answered: number(judged.answered),
						})}
					</p>
				</Card>
			)}
		</>
	);
}
