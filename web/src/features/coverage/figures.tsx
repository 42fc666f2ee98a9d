import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TrainingCoveragePart, TrainingCoverageSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { WilayaMap } from "@/reference/wilaya-map.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { Progress } from "@/ui/progress.tsx";
import { Empty } from "@/ui/states.tsx";
import css from "./coverage.module.css";
import type { LEVELS } from "./search.ts";

/** A figure, or in words that it is hidden. */
function useFigure() {
	const { t } = useTranslation("coverage");
	const { number } = useFormat();
	return (count: number | null | undefined) => (count == null ? t("hidden") : number(count));
}

function Whole({ summary, own }: { summary: TrainingCoverageSummary; own: boolean }) {
	const { t } = useTranslation("coverage");
	const { text, date, number } = useFormat();
	const figure = useFigure();
	const { presidents, trained } = summary;
	return (
		<Card title={t(own ? "whole.own" : "whole.country")}>
			{presidents != null && trained != null && presidents > 0 ? (
				<Progress
					label={t("whole.trained")}
					said={t("whole.of", { trained: number(trained), presidents: number(presidents) })}
					value={trained}
					max={presidents}
				/>
			) : (
				<p>{t(presidents === 0 ? "whole.nobody" : "whole.hidden")}</p>
			)}
			<Facts
				items={[
					{ label: t("whole.associations"), value: figure(summary.associations) },
					{ label: t("column.presidents"), value: figure(presidents) },
					{ label: t("column.trained"), value: figure(trained) },
					{ label: t("column.enrolled"), value: figure(summary.enrolled) },
					{ label: t("column.without_certificate"), value: figure(summary.without_certificate) },
				]}
			/>
			<p className="quiet">{t("whole.asOf", { day: date(summary.as_of) })}</p>
			{!summary.complete && (
				<Notice tone="info" title={t("hiddenFew", { count: summary.least_shown })} />
			)}
			<details>
				<summary>{t("whole.how")}</summary>
				<p>{text(summary.computed)}</p>
			</details>
		</Card>
	);
}

function Parts({ rows, name, head }: { rows: TrainingCoveragePart[]; name: Name; head: string }) {
	const { t } = useTranslation("coverage");
	const { number } = useFormat();
	const figure = useFigure();
	// Where even the presidents are few there is nothing to compare.
	const shown = rows.filter((row) => row.presidents != null);
	const hidden = rows.filter((row) => row.presidents == null);
	const share = ({ trained, presidents }: TrainingCoveragePart) =>
		trained == null || !presidents
			? t("none")
			: number(trained / presidents, { style: "percent", maximumFractionDigits: 0 });
	return (
		<>
			{shown.length > 0 && (
				<DataTable
					label={t("parts.title")}
					rows={shown}
					rowKey={(row) => row.code}
					compared
					columns={[
						{ id: "code", header: head, cell: (row) => <bdi>{name(row.code)}</bdi> },
						{
							id: "presidents",
							header: t("column.presidents"),
							numeric: true,
							cell: (row) => figure(row.presidents),
						},
						{
							id: "trained",
							header: t("column.trained"),
							numeric: true,
							cell: (row) => figure(row.trained),
						},
						{ id: "share", header: t("column.share"), numeric: true, cell: share },
						{
							id: "enrolled",
							header: t("column.enrolled"),
							numeric: true,
							cell: (row) => figure(row.enrolled),
						},
						{
							id: "without",
							header: t("column.without_certificate"),
							numeric: true,
							cell: (row) => figure(row.without_certificate),
						},
					]}
				/>
			)}
			{hidden.length > 0 && (
				<details>
					<summary>{t("parts.hidden", { count: hidden.length })}</summary>
					<p>{hidden.map(({ code }) => name(code)).join(t("separator"))}</p>
				</details>
			)}
		</>
	);
}

type Name = (code: string) => string;

interface Props {
	summary: TrainingCoverageSummary;
	/** Of the wilayas the reader is in charge of alone. */
	own: boolean;
	wilaya: string | undefined;
	onWilaya: (wilaya: string | undefined) => void;
}

/** How many presidents in office are trained: the whole, the map, and the parts. */
export function Figures({ summary, own, wilaya, onWilaya }: Props) {
	const { t } = useTranslation(["coverage", "common"]);
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const { by, parts } = summary;
	const [counts, hidden] = useMemo(
		() => [
			new Map(parts.map(({ code, trained }) => [code, trained ?? 0])),
			new Set(parts.filter(({ trained }) => trained == null).map(({ code }) => code)),
		],
		[parts],
	);
	const names: Record<typeof by, Name> = {
		wilaya: (code) => `${code} ${wilayas.name(code)}`,
		level: (code) => t(`common:level.${code as (typeof LEVELS)[number]}`),
		craft_sector: sectors.name,
	};
	const heads = {
		wilaya: t("common:field.wilaya"),
		level: t("level"),
		craft_sector: t("common:field.craftSector"),
	};
	const rows = by === "wilaya" && wilaya ? parts.filter(({ code }) => code === wilaya) : parts;
	return (
		<>
			<div className={by === "wilaya" ? css.pair : undefined}>
				<Whole summary={summary} own={own} />
				{by === "wilaya" && (
					<WilayaMap
						title={t("map")}
						counts={counts}
						hidden={hidden}
						selected={wilaya}
						hint={t("mapHint")}
						onSelect={(code) => onWilaya(code === wilaya ? undefined : code)}
					/>
				)}
			</div>
			<Card title={t(`parts.${by}`)}>
				{rows.length === 0 ? (
					<Empty title={t("parts.none")} />
				) : (
					<Parts rows={rows} name={names[by]} head={heads[by]} />
				)}
			</Card>
		</>
	);
}
