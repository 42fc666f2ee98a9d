import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PlanningUnknown } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import css from "./figures.module.css";
import { useMoney } from "./use-money.ts";

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
		return <Aside>{t(`unknown.${known}`)}</Aside>;
	};
	return { round, percent, short, why, money };
}

/** What is said below a figure, or in its place. */
export function Aside({ children }: { children: ReactNode }) {
	return <span className={css.unknown}>{children}</span>;
}

export interface Figure {
	id: string;
	label: string;
	value: ReactNode;
	/** What it means. */
	note?: string;
	bad?: boolean;
	/** What is bad about it. */
	flag?: string | undefined;
}

/** Figures with their words, each in a box of its own. */
export function FigureList({ items }: { items: readonly Figure[] }) {
	return (
		<dl className={css.figures}>
			{items.map(({ id, label, value, note, bad, flag }) => (
				<div key={id} data-bad={bad || undefined}>
					<dt>{label}</dt>
					<dd className={css.value}>
						{value}
						{flag && <span className={css.flag}>{flag}</span>}
					</dd>
					{note && <dd className={css.note}>{note}</dd>}
				</div>
			))}
		</dl>
	);
}
