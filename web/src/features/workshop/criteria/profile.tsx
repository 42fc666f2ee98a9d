import { useTranslation } from "react-i18next";
import type { PlanningPeriodFigures } from "@/api/gen/types.gen.ts";
import { ChartFrame } from "@/charts/frame.tsx";
import { LineChart } from "@/charts/line-chart.tsx";
import { ticks } from "@/charts/scale.ts";
import { useFigures } from "../figures.tsx";

const pointsOf = (figures: PlanningPeriodFigures) =>
	figures.profile.flatMap(({ rate, npv }) => (npv == null ? [] : [[rate, npv] as const]));

/** Whether there is a line to draw. */
export const isDrawn = (figures: PlanningPeriodFigures) => pointsOf(figures).length > 1;

/** The net present value at every rate: where it meets zero lies a rate of return. */
export function Profile({
	figures,
	rate,
}: {
	figures: PlanningPeriodFigures;
	rate: number | null;
}) {
	const { t } = useTranslation("workshop");
	const { percent, short, money } = useFigures();
	const points = pointsOf(figures);
	const [first] = points;
	const last = points.at(-1);
	if (!first || !last) return null;
	const values = points.map(([, npv]) => npv);
	const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
	const title = t("criteria.profile");
	return (
		<ChartFrame
			title={title}
			head={[t("criteria.rate"), t("criterion.npv")]}
			rows={points.map(([at, npv]) => ({ id: String(at), cells: [percent(at), money(npv)] }))}
		>
			<LineChart
				label={title}
				series={[
					{ id: "npv", label: t("criterion.npv"), colour: "var(--series-1)", points },
					{
						id: "zero",
						label: t("criteria.zero"),
						colour: "var(--earth-700)",
						dash: "4 4",
						points: [
							[first[0], 0],
							[last[0], 0],
						],
					},
				]}
				x={{ from: first[0], to: last[0], ticks: ticks(first[0], last[0], 8), say: percent }}
				y={{
					from: least,
					to: most,
					say: short,
				}}
				mark={rate === null ? undefined : { at: rate, label: percent(rate) }}
			/>
		</ChartFrame>
	);
}
