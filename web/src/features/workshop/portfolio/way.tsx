import { useTranslation } from "react-i18next";
import type { PlanningSelection } from "@/api/gen/types.gen.ts";
import { Badge } from "@/ui/badge.tsx";
import { Progress } from "@/ui/progress.tsx";
import { useMoney } from "../use-money.ts";
import css from "./portfolio.module.css";

interface Props {
	title: string;
	/** Absent where no choice was found. */
	chosen: PlanningSelection | null | undefined;
	note?: string | undefined;
}

/** What one way of choosing comes to: its value and the money it takes of each budget. */
export function Way({ title, chosen, note }: Props) {
	const { t } = useTranslation("workshop");
	const { money } = useMoney();
	return (
		<section className={css.way} aria-label={title}>
			<h3>{title}</h3>
			{chosen && (
				<>
					<p className={css.value}>{money(chosen.total_value)}</p>
					<p className="quiet">{t("portfolio.chosen", { count: chosen.selected.length })}</p>
				</>
			)}
			{chosen?.spent.map((spent, index) => {
				const all = spent + (chosen.left[index] ?? 0);
				return (
					<Progress
						// biome-ignore lint/suspicious/noArrayIndexKey: a budget is its period
						key={index}
						label={
							index === 0 ? t("portfolio.budgetNow") : t("portfolio.budgetOf", { number: index })
						}
						said={t("portfolio.spent", { spent: money(spent), all: money(all) })}
						value={spent}
						max={Math.max(1, all)}
					/>
				);
			})}
			{note && <p className="quiet">{note}</p>}
		</section>
	);
}

/** Whether a project is chosen. */
export function Chosen({ yes }: { yes: boolean }) {
	const { t } = useTranslation("workshop");
	return yes ? (
		<Badge tone="good">{t("portfolio.in")}</Badge>
	) : (
		<span className="quiet">{t("portfolio.notIn")}</span>
	);
}
