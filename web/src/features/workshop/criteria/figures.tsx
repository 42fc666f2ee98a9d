import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type {
	PlanningDateFigures,
	PlanningPeriodFigures,
	PlanningRateRoot,
} from "@/api/gen/types.gen.ts";
import { Aside, type Figure, FigureList, useFigures } from "../figures.tsx";

/** To hundredths, so that two years are two years in the plural too. */
const cut = (value: number) => Math.round(100 * value) / 100;

/** Every rate at which nothing is won or lost: there may be none, one or several. */
function Rates({ roots, none }: { roots: readonly PlanningRateRoot[]; none: ReactNode }) {
	const { t } = useTranslation("workshop");
	const { percent } = useFigures();
	if (roots.length === 0) return none;
	return (
		<>
			{roots.map(({ rate }, index) => (
				<span key={rate}>
					{index > 0 && t("value.and")}
					{percent(rate)}
				</span>
			))}
			{roots.length > 1 && <Aside>{t("criteria.severalRates", { count: roots.length })}</Aside>}
		</>
	);
}

/** The figures of flows by period; one that cannot be known says why. */
export function PeriodFigures({ figures }: { figures: PlanningPeriodFigures }) {
	const { t } = useTranslation("workshop");
	const { round, percent, why, money } = useFigures();
	const shown = (id: keyof PlanningPeriodFigures & string, say: (value: number) => string) => {
		const value = figures[id];
		return typeof value === "number" ? say(value) : why(figures.unknown, id);
	};
	const periods = (value: number) => t("criteria.periods", { count: cut(value) });
	const item = (
		id: keyof PlanningPeriodFigures &
			(
				| "npv"
				| "mirr"
				| "payback"
				| "discounted_payback"
				| "profitability_index"
				| "equivalent_annuity"
			),
		say: (value: number) => string,
		bad = false,
	): Figure => ({
		id,
		label: t(`criterion.${id}`),
		note: t(`criterionNote.${id}`),
		value: shown(id, say),
		bad,
	});
	return (
		<FigureList
			items={[
				item("npv", money, (figures.npv ?? 0) < 0),
				{
					id: "irr",
					label: t("criterion.irr"),
					note: t("criterionNote.irr"),
					value: <Rates roots={figures.irrs} none={why(figures.unknown, "irr")} />,
				},
				item("mirr", percent),
				item("payback", periods),
				item("discounted_payback", periods),
				item("profitability_index", round, (figures.profitability_index ?? 1) < 1),
				item("equivalent_annuity", money, (figures.equivalent_annuity ?? 0) < 0),
			]}
		/>
	);
}

/** The same of flows by date. */
export function DateFigures({ figures }: { figures: PlanningDateFigures }) {
	const { t } = useTranslation("workshop");
	const { why, money } = useFigures();
	const years = (value: number | null | undefined, id: string) =>
		value == null ? why(figures.unknown, id) : t("criteria.years", { count: cut(value) });
	return (
		<FigureList
			items={[
				{
					id: "xnpv",
					label: t("criterion.xnpv"),
					note: t("criterionNote.xnpv"),
					value: figures.xnpv == null ? why(figures.unknown, "xnpv") : money(figures.xnpv),
					bad: (figures.xnpv ?? 0) < 0,
				},
				{
					id: "xirr",
					label: t("criterion.xirr"),
					note: t("criterionNote.xirr"),
					value: <Rates roots={figures.xirrs} none={why(figures.unknown, "xirr")} />,
				},
				{
					id: "payback_years",
					label: t("criterion.payback"),
					note: t("criterionNote.payback"),
					value: years(figures.payback_years, "payback_years"),
				},
				{
					id: "discounted_payback_years",
					label: t("criterion.discounted_payback"),
					note: t("criterionNote.discounted_payback"),
					value: years(figures.discounted_payback_years, "discounted_payback_years"),
				},
			]}
		/>
	);
}
