import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventStand } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { type Column, DataTable } from "@/ui/data-table.tsx";
import { Pager } from "@/ui/pager.tsx";
import type { Plan } from "./shape/plan.ts";
import { useServiceWords } from "./words/use-service-words.ts";

const PER_PAGE = 25;

interface Props {
	plan: Plan;
	stands: readonly EventStand[];
	chosen: string | null;
	onChoose: (number: string) => void;
	/** What the button says that chooses a stand. */
	choose: string;
	/** What else is said of each. */
	more?: readonly Column<EventStand>[];
}

/** The stands of the drawing as a table: everything one sees there, for the keyboard and for screen readers. */
export function StandTable({ plan, stands, chosen, onChoose, choose, more = [] }: Props) {
	const { t } = useTranslation(["plan", "common"]);
	const { number, text } = useFormat();
	const sectors = useCraftSectors();
	const services = useServiceWords();
	const [page, setPage] = useState(0);
	const last = Math.max(0, Math.ceil(stands.length / PER_PAGE) - 1);
	const from = Math.min(page, last) * PER_PAGE;
	const rows = stands.slice(from, from + PER_PAGE);
	const hall = (id: string) => text(plan.halls.find((one) => one.id === id)?.name) || id;
	return (
		<>
			<DataTable<EventStand>
				label={t("stands.title")}
				rows={rows}
				rowKey={(row) => row.number}
				columns={[
					{
						id: "number",
						header: t("stands.number"),
						cell: (row) => <bdi className="num">{row.number}</bdi>,
					},
					{
						id: "who",
						header: t("stands.who"),
						cell: (row) =>
							row.holder ? (
								<Link to="/associations/$id" params={{ id: row.holder.association_id }}>
									<bdi>{text(row.holder.association_name)}</bdi>
								</Link>
							) : (
								<span className="quiet">{t("stands.free")}</span>
							),
					},
					{
						id: "crafts",
						header: t("stands.crafts"),
						cell: (row) => row.holder?.craft_sectors.map(sectors.name).join(t("separator")) ?? "",
					},
					{ id: "hall", header: t("stands.hall"), cell: (row) => <bdi>{hall(row.hall)}</bdi> },
					{
						id: "area",
						header: t("stands.area"),
						numeric: true,
						cell: (row) => t("squareMetres", { area: number(row.area_cm2 / 10_000) }),
					},
					{
						id: "offers",
						header: t("stands.offers"),
						cell: (row) => services(row),
					},
					...more,
					{
						id: "choose",
						header: choose,
						bare: true,
						cell: (row) => (
							<Button
								small
								aria-pressed={chosen === row.number}
								aria-label={t("stands.chooseOne", { what: choose, name: row.number })}
								onPress={() => onChoose(row.number)}
							>
								{choose}
							</Button>
						),
					},
				]}
			/>
			{stands.length > PER_PAGE && (
				<Pager
					range={t("common:page.range", {
						from: from + 1,
						to: from + rows.length,
						total: stands.length,
					})}
					onPrevious={from > 0 ? () => setPage(Math.min(page, last) - 1) : undefined}
					onNext={from + PER_PAGE < stands.length ? () => setPage(page + 1) : undefined}
				/>
			)}
		</>
	);
}
