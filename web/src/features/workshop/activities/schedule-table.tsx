import { useTranslation } from "react-i18next";
import type { ActivitySchedule, ProjectSchedule } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Card } from "@/ui/page.tsx";
import { FigureList } from "../figures.tsx";

const MOMENTS = [
	["es", "early_start"],
	["ef", "early_finish"],
	["ls", "late_start"],
	["lf", "late_finish"],
] as const;

/** Early and late dates and floats of every activity, each abbreviation with its words. */
export function ScheduleTable({ schedule }: { schedule: ProjectSchedule }) {
	const { t } = useTranslation("workshop");
	const { date, number, text } = useFormat();
	const plan = schedule.schedule;
	const names = new Map(schedule.activities.map(({ code, name }) => [code, name]));
	const days = (value: number) => number(Math.round(value * 100) / 100);
	const moment = (row: ActivitySchedule, key: (typeof MOMENTS)[number][1]) => {
		const at = row[key];
		return at ? (
			<time dateTime={at}>
				{date(at.slice(0, 10), { day: "numeric", month: "short", year: "numeric" })}
			</time>
		) : (
			days(row[`${key}_minutes`] / plan.minutes_per_day)
		);
	};
	return (
		<Card title={t("figures.title")}>
			<FigureList
				items={[
					{
						id: "duration",
						label: t("figures.duration"),
						value: t("days", { count: Math.round(plan.duration_days * 100) / 100 }),
					},
					...(["start", "finish"] as const).flatMap((id) => {
						const day = plan[id]?.slice(0, 10);
						return day ? [{ id, label: t(`gantt.${id}`), value: date(day) }] : [];
					}),
					{
						id: "critical",
						label: t("gantt.critical"),
						value:
							plan.critical_path.length > 0 ? (
								<bdi dir="ltr">{plan.critical_path.join(" → ")}</bdi>
							) : (
								t("gantt.noCritical")
							),
					},
				]}
			/>
			<DataTable<ActivitySchedule>
				label={t("figures.title")}
				rows={plan.activities}
				rowKey={(row) => row.id}
				compared
				columns={[
					{
						id: "name",
						header: t("editor.name"),
						cell: (row) =>
							t(row.critical ? "gantt.criticalName" : "gantt.plainName", {
								code: row.id,
								name: text(names.get(row.id)),
							}),
					},
					...MOMENTS.map(([id, key]) => ({
						id,
						header: t(`figure.${id}`),
						numeric: true,
						cell: (row: ActivitySchedule) => moment(row, key),
					})),
					{
						id: "tf",
						header: t("figure.tf"),
						numeric: true,
						cell: (row) => days(row.total_float_days),
					},
					{
						id: "ff",
						header: t("figure.ff"),
						numeric: true,
						cell: (row) => days(row.free_float_days),
					},
				]}
			/>
		</Card>
	);
}
