import { useTranslation } from "react-i18next";
import type { OutcomeGroup, RoundFigures } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { Card } from "@/ui/page.tsx";
import { HiddenRows } from "./hidden-rows.tsx";
import css from "./outcomes.module.css";
import { useCount, useDinars } from "./use-figures.ts";

interface Props {
	title: string;
	/** What the rows are. */
	head: string;
	name: (code: string) => string;
	groups: readonly OutcomeGroup[];
}

function Parts({ title, head, name, groups }: Props) {
	const { t } = useTranslation("outcomes");
	const { number } = useFormat();
	const count = useCount();
	const dinars = useDinars();
	const shown = groups.filter(({ hidden }) => !hidden);
	return (
		<>
			<h3>{title}</h3>
			{shown.length > 0 && (
				<DataTable
					label={title}
					rows={shown}
					rowKey={({ code }) => code}
					compared
					columns={[
						{ id: "name", header: head, cell: ({ code }) => <bdi>{name(code)}</bdi> },
						{
							id: "declared",
							header: t("report.declared"),
							numeric: true,
							cell: ({ declared }) => count(declared),
						},
						{
							id: "visitors",
							header: t("figure.visitors"),
							numeric: true,
							cell: ({ figures }) => (figures ? number(figures.visitors) : ""),
						},
						{
							id: "sales",
							header: t("figure.sales"),
							numeric: true,
							cell: ({ figures }) => (figures ? dinars(figures.sales) : ""),
						},
						{
							id: "value",
							header: t("figure.orders_value"),
							numeric: true,
							cell: ({ figures }) => (figures ? dinars(figures.orders_value) : ""),
						},
					]}
				/>
			)}
			<HiddenRows names={groups.filter(({ hidden }) => hidden).map(({ code }) => name(code))} />
		</>
	);
}

/** What was declared of each round by the wilaya and craft of the associations. */
export function Groups({ rounds }: { rounds: readonly RoundFigures[] }) {
	const { t } = useTranslation(["outcomes", "common"]);
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const parted = rounds.filter(({ by_wilaya: groups }) => groups.length > 0);
	if (parted.length === 0) return null;
	return (
		<Card title={t("report.parts")}>
			{parted.map((row, place) => (
				<details key={row.round} className={css.parts} open={place === 0}>
					<summary>{t(`round.${row.round}`)}</summary>
					<Parts
						title={t("report.partsByWilaya", { round: t(`round.${row.round}`) })}
						head={t("common:field.wilaya")}
						name={wilayas.name}
						groups={row.by_wilaya}
					/>
					<Parts
						title={t("report.partsBySector", { round: t(`round.${row.round}`) })}
						head={t("report.sector")}
						name={sectors.name}
						groups={row.by_craft_sector}
					/>
				</details>
			))}
		</Card>
	);
}
