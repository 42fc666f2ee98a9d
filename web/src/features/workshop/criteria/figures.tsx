import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type {
	PlanningDateFigures,
	PlanningPeriodFigures,
	PlanningRateRoot,
	PlanningUnknown,
} from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useMoney } from "../use-money.ts";
import css from "./criteria.module.css";

/** To hundredths, so that two years are two years in the plural too. */
const cut = (value: number) => Math.round(100 * value) / 100;

/** Rates and indices as this reader writes them, and why a figure is not there. */
export function useFigures() {
	const { t } = useTranslation("workshop");
	const { dir, number } = useFormat();
	const { money } = useMoney();
	/** Thousands and millions of dinars, in the direction of the page also inside a drawing. */
	const short = (centimes: number) => {
		const said = number(centimes / 100, { notation: "compact", maximumFractionDigits: 1 });
		return dir === "rtl" ? `\u2067${said}\u2069` : said;
	};
	const round = (value: number) => number(value, { maximumFractionDigits: 2 });
	const percent = (rate: number) => t("percent", { value: round(100 * rate) });
	const why = (unknown: readonly PlanningUnknown[], figure: string) => {
		const reason = unknown.find((one) => one.figure === figure)?.reason;
		// A key of the catalogue that ends in a form of the plural would be read as one.
		const known = !reason || reason === "rate_at_minus_one" ? "missing_input" : reason;
		return <span className={css.unknown}>{t(`unknown.${known}`)}</span>;
	};
	return { round, percent, short, why, money };
}

interface Item {
	id: string;
	label: string;
	note: string;
	value: ReactNode;
	bad?: boolean;
}

function List({ items }: { items: readonly Item[] }) {
	return (
		<dl className={css.figures}>
			{items.map(({ id, label, note, value, bad }) => (
				<div key={id} data-bad={bad || undefined}>
					<dt>{label}</dt>
					<dd>{value}</dd>
					<dd className={css.note}>{note}</dd>
				</div>
			))}
		</dl>
	);
}

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
			{roots.length > 1 && (
				<span className={css.unknown}>{t("criteria.severalRates", { count: roots.length })}</span>
			)}
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
	): Item => ({
		id,
		label: t(`criterion.${id}`),
		note: t(`criterionNote.${id}`),
		value: shown(id, say),
		bad,
	});
	return (
		<List
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
		<List
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
