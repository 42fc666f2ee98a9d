import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PortfolioItem } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { type Column, DataTable } from "@/ui/data-table.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { StageBadge } from "../stage-badge.tsx";
import { useMoney } from "../use-money.ts";
import { PARTS, type Part } from "./conditions.ts";
import css from "./portfolio.module.css";

interface Props {
	items: readonly PortfolioItem[];
	/** One association's own projects need no name of it. */
	own: boolean;
	partOf: (id: string) => Part;
	onPart: (id: string, part: Part) => void;
}

/** The projects with their criteria side by side, and what part each plays in the choice. */
export function Candidates({ items, own, partOf, onPart }: Props) {
	const { t } = useTranslation("workshop");
	const { text, number } = useFormat();
	const { dinars } = useMoney();
	const wilayas = useWilayas();
	const crafts = useCraftSectors();
	const round = (value: number) => number(value, { maximumFractionDigits: 2 });
	const known = (value: number | null | undefined, say: (value: number) => ReactNode) =>
		value == null ? <span className="quiet">{t("portfolio.unknown")}</span> : say(value);
	const whose: Column<PortfolioItem> = {
		id: "association",
		header: t("field.association"),
		cell: (row) => (
			<>
				<bdi>{text(row.association_name)}</bdi>
				<span className={css.place}>{wilayas.name(row.wilaya_code)}</span>
				{row.craft_sector && <span className={css.place}>{crafts.name(row.craft_sector)}</span>}
			</>
		),
	};
	return (
		<DataTable<PortfolioItem>
			label={t("portfolio.candidates")}
			rows={items}
			rowKey={(row) => row.project_id}
			columns={[
				{
					id: "name",
					header: t("field.name"),
					cell: (row) => (
						<Link to="/projects/$id/criteria" params={{ id: row.project_id }}>
							<bdi>{text(row.name)}</bdi>
						</Link>
					),
				},
				...(own ? [] : [whose]),
				{ id: "stage", header: t("field.stage"), cell: (row) => <StageBadge stage={row.stage} /> },
				{
					id: "outlay",
					header: t("portfolio.outlay"),
					numeric: true,
					cell: (row) => dinars(row.outlay.amount),
				},
				{
					id: "npv",
					header: t("portfolio.npv"),
					numeric: true,
					cell: (row) => known(row.npv?.amount, dinars),
				},
				{
					id: "irr",
					header: t("portfolio.irr"),
					numeric: true,
					cell: (row) =>
						known(row.irr, (rate) => (
							<span className={css.whole}>{t("percent", { value: round(100 * rate) })}</span>
						)),
				},
				{
					id: "payback",
					header: t("portfolio.payback"),
					numeric: true,
					cell: (row) => known(row.payback, round),
				},
				{
					id: "index",
					header: t("portfolio.index"),
					numeric: true,
					cell: (row) => known(row.profitability_index, round),
				},
				{
					id: "part",
					header: t("portfolio.part"),
					cell: (row) => (
						<NativeSelect
							label={t("portfolio.partOf", { name: text(row.name) })}
							hideLabel
							options={PARTS.map((part) => ({ id: part, label: t(`portfolio.parts.${part}`) }))}
							value={partOf(row.project_id)}
							onChange={(chosen) =>
								onPart(row.project_id, PARTS.find((part) => part === chosen) ?? "candidate")
							}
						/>
					),
				},
			]}
		/>
	);
}
