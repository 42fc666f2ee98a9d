import { useTranslation } from "react-i18next";
import type { EarnedValueFigures } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { useMoney } from "../use-money.ts";
import css from "./budget.module.css";

const MONEY = ["bac", "pv", "ev", "ac", "cv", "sv", "eac_cpi", "etc_cpi", "vac_cpi"] as const;
const INDEX = ["cpi", "spi", "tcpi_bac"] as const;
const TIME = ["es", "sv_t", "ieac_t"] as const;

/** Every figure with its words; one that cannot be known says why. */
export function Figures({ figures }: { figures: EarnedValueFigures }) {
	const { t } = useTranslation("workshop");
	const { number } = useFormat();
	const { money } = useMoney();
	const { cost, time } = figures;
	const why = (figure: string) => {
		const reason = [...cost.unknown, ...time.unknown].find((one) => one.figure === figure)?.reason;
		// A key of the catalogue that ends in a form of the plural would be read as one.
		const known = !reason || reason === "rate_at_minus_one" ? "missing_input" : reason;
		return <span className={css.unknown}>{t(`unknown.${known}`)}</span>;
	};
	const round = (value: number) => number(value, { maximumFractionDigits: 2 });
	const items = [
		...MONEY.map((id) => ({ id, value: cost[id], said: (value: number) => money(value) })),
		...INDEX.map((id) => ({ id, value: cost[id], said: round })),
		{ id: "spi_t" as const, value: time.spi_t, said: round },
		...TIME.map((id) => ({
			id,
			value: time[id],
			said: (value: number) => t("workdays", { days: round(value) }),
		})),
	];
	const bad = (id: string, value: number) =>
		["cpi", "spi", "spi_t"].includes(id)
			? value < 1
			: ["cv", "sv", "vac_cpi", "sv_t"].includes(id) && value < 0;
	return (
		<Card title={t("ev.figures")}>
			<dl className={css.figures}>
				{items.map(({ id, value, said }) => (
					<div key={id} data-bad={(value != null && bad(id, value)) || undefined}>
						<dt>{t(`ev.${id}`)}</dt>
						<dd>
							{value == null ? why(id) : said(value)}
							{value != null && bad(id, value) && (
								<span className={css.flag}>
									{t(`ev.bad.${id === "cv" || id === "cpi" || id === "vac_cpi" ? "cost" : "time"}`)}
								</span>
							)}
						</dd>
					</div>
				))}
			</dl>
		</Card>
	);
}
