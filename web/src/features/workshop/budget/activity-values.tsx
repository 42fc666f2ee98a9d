import { useTranslation } from "react-i18next";
import type { ActivityEarnedValue, EarnedValueReport } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Card } from "@/ui/page.tsx";
import { useFigures } from "../figures.tsx";
import { useMoney } from "../use-money.ts";
import css from "./budget.module.css";

const MONEY = ["bac", "pv", "ev", "ac", "cv", "sv"] as const;
const INDEX = ["cpi", "spi"] as const;

/** The figures of each activity, side by side; what is not known is not there. */
export function ActivityValues({ report }: { report: EarnedValueReport }) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const { round } = useFigures();
	const { dinars } = useMoney();
	const names = new Map(report.activities.map((one) => [one.id, one]));
	const nothing = <span className="visually-hidden">{t("ev.notKnown")}</span>;
	return (
		<Card title={t("ev.byActivity")}>
			<p className="quiet">{t("ev.byActivityLead")}</p>
			<DataTable<ActivityEarnedValue>
				label={t("ev.byActivity")}
				rows={report.figures?.activities ?? []}
				rowKey={(row) => row.id}
				compared
				columns={[
					{
						id: "name",
						header: t("editor.name"),
						cell: (row) => {
							const of = names.get(row.id);
							return of
								? t("gantt.plainName", { code: of.code, name: text(of.name) })
								: t("ev.goneActivity");
						},
					},
					{
						id: "done",
						header: t("ev.earned"),
						numeric: true,
						cell: (row) => (
							<span className={css.whole}>
								{t("percent", { value: round(row.percent_earned) })}
							</span>
						),
					},
					...MONEY.map((id) => ({
						id,
						header: t(`ev.short.${id}`),
						numeric: true,
						cell: (row: ActivityEarnedValue) => {
							const value = row.figures.cost[id];
							return value == null ? nothing : dinars(value);
						},
					})),
					...INDEX.map((id) => ({
						id,
						header: t(`ev.short.${id}`),
						numeric: true,
						cell: (row: ActivityEarnedValue) => {
							const value = row.figures.cost[id];
							return value == null ? nothing : round(value);
						},
					})),
				]}
			/>
		</Card>
	);
}
