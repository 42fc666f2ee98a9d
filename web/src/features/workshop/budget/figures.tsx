import { useTranslation } from "react-i18next";
import type { EarnedValueFigures } from "@/api/gen/types.gen.ts";
import { Card } from "@/ui/page.tsx";
import { FigureList, useFigures } from "../figures.tsx";

const MONEY = ["bac", "pv", "ev", "ac", "cv", "sv"] as const;
const INDEX = ["cpi", "spi"] as const;
const TIME = ["es", "sv_t"] as const;

/** Where the project stands: every figure with its words; one that cannot be known says why. */
export function Figures({ figures }: { figures: EarnedValueFigures }) {
	const { t } = useTranslation("workshop");
	const { round, why, money } = useFigures();
	const { cost, time } = figures;
	const unknown = [...cost.unknown, ...time.unknown];
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
	const isBad = (id: string, value: number) =>
		["cpi", "spi", "spi_t"].includes(id)
			? value < 1
			: ["cv", "sv", "sv_t"].includes(id) && value < 0;
	return (
		<Card title={t("ev.figures")}>
			<FigureList
				items={items.map(({ id, value, said }) => {
					const bad = value != null && isBad(id, value);
					return {
						id,
						label: t(`ev.${id}`),
						value: value == null ? why(unknown, id) : said(value),
						bad,
						flag: bad ? t(`ev.bad.${id === "cv" || id === "cpi" ? "cost" : "time"}`) : undefined,
					};
				})}
			/>
		</Card>
	);
}
