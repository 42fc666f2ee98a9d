import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AssociationSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCommunes, useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { WilayaMap } from "@/reference/wilaya-map.tsx";
import { Tag } from "@/ui/badge.tsx";
import { buttonClass } from "@/ui/button.tsx";
import type { Column } from "@/ui/data-table.tsx";
import { ExportMenu } from "@/ui/export-menu.tsx";
import { Hero } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import css from "./directory.module.css";
import { Filters } from "./filters.tsx";
import { associationsQuery, countsQuery, PER_PAGE } from "./queries.ts";
import { type DirectorySearch, isFiltered, TRAITS, toQuery } from "./search.ts";

function useColumns(wilaya: string): readonly Column<AssociationSummary>[] {
	const { t } = useTranslation(["directory", "common"]);
	const { text, number, date } = useFormat();
	const sectors = useCraftSectors();
	const wilayas = useWilayas();
	const communes = useCommunes(wilaya);
	return useMemo(
		() => [
			{
				id: "name",
				header: t("column.name"),
				sort: "name",
				cell: (row) => (
					<Link to="/associations/$id" params={{ id: row.id }} className={css.name}>
						<bdi>{text(row.name)}</bdi>
					</Link>
				),
			},
			{
				id: "place",
				header: t("column.place"),
				cell: (row) => (
					<span>
						{wilayas.name(row.wilaya_code)}
						{row.wilaya_code === wilaya && (
							<span className={css.commune}>{communes.name(row.commune_code)}</span>
						)}
					</span>
				),
			},
			{
				id: "craft",
				header: t("column.craft"),
				cell: (row) => row.craft_sectors.map(sectors.name).join(t("listSeparator")),
			},
			{
				id: "members",
				header: t("column.members"),
				sort: "members",
				numeric: true,
				cell: (row) => (row.members == null ? "—" : number(row.members)),
			},
			{
				id: "founded",
				header: t("column.founded"),
				sort: "founded_on",
				cell: (row) =>
					row.founded_on ? (
						<time dateTime={row.founded_on}>
							{date(row.founded_on, { month: "long", year: "numeric" })}
						</time>
					) : (
						"—"
					),
			},
			{
				id: "traits",
				header: t("column.traits"),
				cell: (row) => (
					<span className={css.traits}>
						{TRAITS.filter((trait) => row[trait]).map((trait) => (
							<Tag key={trait}>{t(`common:trait.${trait}`)}</Tag>
						))}
					</span>
				),
			},
		],
		[t, text, number, date, sectors, wilayas, communes, wilaya],
	);
}

export function DirectoryPage() {
	const { t } = useTranslation(["directory", "common"]);
	const search = useSearch({ from: "/associations" });
	const navigate = useNavigate({ from: "/associations" });
	const cursors = useCursors(JSON.stringify(search));
	const list = useQuery(associationsQuery(search, cursors.cursor));
	const counts = useQuery(countsQuery(search));
	const columns = useColumns(search.wilaya ?? "");
	const byWilaya = useMemo(
		() => new Map(counts.data?.items.map((item) => [item.wilaya_code, item.count])),
		[counts.data],
	);
	const set = (patch: Partial<DirectorySearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	const total = list.data?.total ?? 0;
	return (
		<>
			<Hero title={t("title")} lead={t("lead")} />
			<Filters search={search} onChange={set} />
			<div className={css.layout}>
				<section aria-labelledby="results">
					<div className={css.bar}>
						<h2 id="results" aria-live="polite">
							{list.isPending
								? t("common:state.loading")
								: list.isError
									? t("table")
									: t("results", { count: total })}
						</h2>
						<ExportMenu path={`/api/v1/associations?${toQuery(search)}`} name="associations" />
					</div>
					<PagedTable
						list={list}
						cursors={cursors}
						perPage={PER_PAGE}
						lines={8}
						empty={
							<Empty title={t(isFiltered(search) ? "none" : "noneYet")}>
								{isFiltered(search) && (
									<Link to="/associations" className={buttonClass("secondary")}>
										{t("common:action.clear")}
									</Link>
								)}
							</Empty>
						}
						label={t("table")}
						columns={columns}
						rowKey={(row) => row.id}
						sort={search.sort ?? "name"}
						onSort={(sort) => set({ sort: sort as NonNullable<DirectorySearch["sort"]> })}
					/>
				</section>
				<aside className={css.aside}>
					<WilayaMap
						title={t("map")}
						counts={byWilaya}
						selected={search.wilaya}
						hint={t("mapHint")}
						onSelect={(code) =>
							set({ wilaya: code === search.wilaya ? undefined : code, commune: undefined })
						}
					/>
				</aside>
			</div>
		</>
	);
}
