import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { KeptPortfolio } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { Card, Facts } from "@/ui/page.tsx";
import { useList } from "../use-list.ts";
import { useMoney } from "../use-money.ts";
import css from "./portfolio.module.css";

const listed = (lines: readonly string[]): ReactNode => (
	<ul className={css.asked}>
		{lines.map((line) => (
			<li key={line}>{line}</li>
		))}
	</ul>
);

/** When a choice was kept, by whom, and what it had to keep to. */
export function Asked({ kept }: { kept: KeptPortfolio }) {
	const { t } = useTranslation("workshop");
	const { text, dateTime, number } = useFormat();
	const { money } = useMoney();
	const list = useList();
	const wilayas = useWilayas();
	const crafts = useCraftSectors();
	const { request, outcome } = kept;
	const named = (id: string) =>
		text(outcome.projects.find((item) => item.project_id === id)?.name) || t("portfolio.unknown");
	const several = (label: string, lines: readonly string[] | null | undefined) =>
		lines?.length ? [{ label, value: listed(lines) }] : [];
	return (
		<Card title={t("kept.asked")}>
			<Facts
				items={[
					{
						label: t("kept.on"),
						value: <time dateTime={kept.created_at}>{dateTime(kept.created_at)}</time>,
					},
					{ label: t("kept.by"), value: kept.created_by_name && <bdi>{kept.created_by_name}</bdi> },
					{
						label: t("kept.chosenOf"),
						value: t("kept.of", { chosen: number(kept.chosen), all: number(kept.candidates) }),
					},
					...several(
						t("portfolio.budgets"),
						request.budgets.map(({ amount }, index) =>
							t("kept.line", {
								label:
									index === 0
										? t("portfolio.budgetNow")
										: t("portfolio.budgetOf", { number: index }),
								value: money(amount),
							}),
						),
					),
					{
						label: t("kept.rate"),
						value:
							request.rate == null
								? t("kept.ownRates")
								: t("percent", {
										value: number(100 * request.rate, { maximumFractionDigits: 2 }),
									}),
					},
					...several(
						t("field.stage"),
						request.stages?.map((stage) => t(`stage.${stage}`)),
					),
					...several(
						t("portfolio.place"),
						request.wilayas?.map((code) => wilayas.name(code)),
					),
					...several(t("kept.required"), request.required?.map(named)),
					...several(
						t("portfolio.groups"),
						request.exclusions?.map(({ projects, at_most: most = 1 }) =>
							t("kept.atMost", { most: number(most), names: list(projects.map(named)) }),
						),
					),
					...several(
						t("portfolio.prerequisites"),
						request.prerequisites?.map(({ project, requires }) =>
							t("kept.needs", { name: named(project), names: list(requires.map(named)) }),
						),
					),
					...several(
						t("portfolio.minimums"),
						request.minimums?.map(({ at_least: least, wilaya, craft_sector: craft }) =>
							t("kept.line", {
								label: list([
									...(wilaya ? [wilayas.name(wilaya)] : []),
									...(craft ? [crafts.name(craft)] : []),
								]),
								value: t("portfolio.chosen", { count: least }),
							}),
						),
					),
					...(kept.note ? [{ label: t("kept.note"), value: <bdi>{kept.note}</bdi> }] : []),
				]}
			/>
		</Card>
	);
}
