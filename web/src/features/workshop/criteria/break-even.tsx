import { useTranslation } from "react-i18next";
import type { PlanningFactor } from "@/api/gen/types.gen.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { Card } from "@/ui/page.tsx";
import { useFigures } from "../figures.tsx";

interface Props {
	factors: readonly PlanningFactor[];
	/** What a factor is called. */
	nameOf: (factor: PlanningFactor) => string;
}

/** How far each factor may move before the project wins nothing any more. */
export function BreakEven({ factors, nameOf }: Props) {
	const { t } = useTranslation("workshop");
	const { percent, why } = useFigures();
	const change = (factor: PlanningFactor) => {
		const value = factor.break_even_change_percent;
		if (value == null) return why(factor.unknown, "break_even_change_percent");
		return t(value < 0 ? "criteria.falls" : "criteria.rises", {
			change: percent(Math.abs(value) / 100),
		});
	};
	return (
		<Card title={t("criteria.breakEven")}>
			<p className="quiet">{t("criteria.breakEvenLead")}</p>
			<DataTable
				label={t("criteria.breakEven")}
				rows={factors}
				rowKey={nameOf}
				columns={[
					{ id: "factor", header: t("criteria.factor"), cell: (one) => <bdi>{nameOf(one)}</bdi> },
					{ id: "change", header: t("criteria.untilZero"), cell: change },
					{
						id: "rates",
						header: t("criteria.zeroRates"),
						cell: (one) =>
							one.kind === "rate"
								? one.break_even_rates.map(percent).join(t("value.and")) ||
									// Where no rate is named it is for the reason that no change is.
									why(one.unknown, "break_even_change_percent")
								: t("criteria.notARate"),
					},
				]}
			/>
		</Card>
	);
}
