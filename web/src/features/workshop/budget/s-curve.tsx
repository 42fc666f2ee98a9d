import { useTranslation } from "react-i18next";
import type { EarnedValueReport } from "@/api/gen/types.gen.ts";
import { ChartFrame } from "@/charts/frame.tsx";
import { LineChart } from "@/charts/line-chart.tsx";
import { useFormat } from "@/i18n/index.tsx";
import { useMoney } from "../use-money.ts";

const DAY = 86_400_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00Z`) / DAY;

/** Planned value, earned value and actual cost, added up over time. */
export function SCurve({ report }: { report: EarnedValueReport }) {
	const { t } = useTranslation("workshop");
	const { date, number } = useFormat();
	const { money } = useMoney();
	const periods = report.figures?.periods ?? [];
	const [first] = periods;
	const last = periods.at(-1);
	if (!first || !last) return null;
	const status = dayOf(report.date);
	const from = dayOf(first.from);
	const end = (to: string, known: boolean) =>
		known ? Math.min(dayOf(to) + 1, status + 1) : dayOf(to) + 1;
	const line = (key: "cumulative_pv" | "cumulative_ev" | "cumulative_ac") =>
		[
			[from, 0] as const,
			...periods.flatMap((one) => {
				const value = one[key];
				return value == null ? [] : [[end(one.to, key !== "cumulative_pv"), value] as const];
			}),
		] as const;
	const series = [
		{
			id: "pv",
			label: t("ev.pv"),
			colour: "var(--series-3)",
			dash: "7 4",
			points: line("cumulative_pv"),
		},
		{ id: "ev", label: t("ev.ev"), colour: "var(--series-1)", points: line("cumulative_ev") },
		{
			id: "ac",
			label: t("ev.ac"),
			colour: "var(--series-2)",
			dash: "2 3",
			points: line("cumulative_ac"),
		},
	];
	const most = Math.max(1, ...series.flatMap((one) => one.points.map(([, value]) => value)));
	const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
	return (
		<ChartFrame
			title={t("ev.curve")}
			head={[t("ev.period"), t("ev.pv"), t("ev.ev"), t("ev.ac")]}
			rows={periods.map((one) => ({
				id: one.to,
				cells: [
					date(one.to),
					money(one.cumulative_pv),
					one.cumulative_ev == null ? "" : money(one.cumulative_ev),
					one.cumulative_ac == null ? "" : money(one.cumulative_ac),
				],
			}))}
		>
			<LineChart
				label={t("ev.curve")}
				series={series}
				x={{
					from,
					to: dayOf(last.to) + 1,
					// A plan within a month has no other beginning of one.
					ticks: [
						...periods.map((one) => dayOf(one.from)),
						...(periods.length === 1 ? [dayOf(last.to)] : []),
					],
					say: (day) => date(iso(day), { day: "numeric", month: "short" }),
				}}
				y={{
					to: most,
					say: (value) => number(value / 100, { notation: "compact", maximumFractionDigits: 1 }),
				}}
				mark={{ at: status, label: t("ev.statusDate") }}
			/>
		</ChartFrame>
	);
}
