import { useTranslation } from "react-i18next";
import type { ProjectEarnedValue } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Card } from "@/ui/page.tsx";
import { FigureList, useFigures } from "../figures.tsx";

/** How what is left will cost: as the work so far, as planned, or as money and time together. */
const METHODS = ["cpi", "budget_rate", "cpi_spi"] as const;
type Method = (typeof METHODS)[number];

/** What the project will come to, and when it will end, by each way of reckoning. */
export function Forecast({ figures }: { figures: ProjectEarnedValue }) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const { round, why, money } = useFigures();
	const { cost, time } = figures.project;
	const unknown = [...cost.unknown, ...time.unknown];
	const late = !!figures.forecast_finish && figures.forecast_finish > figures.planned_finish;
	const amount = (figure: `${"eac" | "etc" | "vac"}_${Method}`) => {
		const value = cost[figure];
		return value == null ? why(unknown, figure) : money(value);
	};
	const index = (figure: "tcpi_bac" | "tcpi_eac") => {
		const value = cost[figure];
		return value == null ? why(unknown, figure) : round(value);
	};
	return (
		<Card title={t("ev.forecast")}>
			<FigureList
				items={[
					{
						id: "planned",
						label: t("ev.plannedFinish"),
						value: date(figures.planned_finish),
					},
					{
						id: "finish",
						label: t("ev.forecastFinish"),
						value: figures.forecast_finish
							? date(figures.forecast_finish)
							: time.ieac_t == null
								? why(unknown, "ieac_t")
								: t("ev.tooFar"),
						bad: late,
						flag: late ? t("ev.bad.time") : undefined,
					},
					{
						id: "ieac_t",
						label: t("ev.ieac_t"),
						value:
							time.ieac_t == null
								? why(unknown, "ieac_t")
								: t("workdays", { days: round(time.ieac_t) }),
					},
					...(["tcpi_bac", "tcpi_eac"] as const).map((id) => ({
						id,
						label: t(`ev.${id}`),
						value: index(id),
					})),
				]}
			/>
			<DataTable<Method>
				label={t("ev.forecast")}
				rows={METHODS}
				rowKey={(method) => method}
				columns={[
					{ id: "method", header: t("ev.method"), cell: (one) => t(`ev.methods.${one}`) },
					...(["eac", "etc", "vac"] as const).map((figure) => ({
						id: figure,
						header: t(`ev.${figure}`),
						numeric: true,
						cell: (one: Method) => amount(`${figure}_${one}`),
					})),
				]}
			/>
		</Card>
	);
}
