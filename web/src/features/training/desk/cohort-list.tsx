import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { COHORT_STATES, type OwnCohortsSearch } from "../search.ts";
import { CohortBadge } from "../state-badge.tsx";
import css from "./desk.module.css";
import { DESK_PAGE, ownCohortsQuery } from "./queries.ts";

interface Props {
	/** Those of an institution, or those the caller teaches. */
	whose: { organiser_id: string } | { taught_by_me: true };
	label: string;
	none: string;
	search: OwnCohortsSearch;
	onSearch: (patch: Partial<OwnCohortsSearch>) => void;
}

/** Cohorts somebody has to do with, in every state, the latest first. */
export function CohortList({ whose, label, none, search, onSearch: set }: Props) {
	const { t } = useTranslation(["training", "common"]);
	const { text, dateRange, number } = useFormat();
	const wilayas = useWilayas();
	const cursors = useCursors(JSON.stringify(search));
	const query = {
		...whose,
		...(search.status ? { status: [search.status] } : {}),
		...(search.q ? { q: search.q } : {}),
		sort: "-starts_on" as const,
	};
	const list = useQuery(ownCohortsQuery(query, cursors.cursor));
	return (
		<>
			<search className={css.search}>
				<SearchBox
					label={t("cohorts.search")}
					value={search.q ?? ""}
					onSearch={(q) => set({ q: q || undefined })}
				/>
				<NativeSelect
					label={t("stateLabel")}
					empty={t("all")}
					options={COHORT_STATES.map((id) => ({ id, label: t(`cohortState.${id}`) }))}
					value={search.status}
					onChange={(id) => set({ status: COHORT_STATES.find((one) => one === id) })}
				/>
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={DESK_PAGE}
				empty={<Empty title={search.q || search.status ? t("cohorts.none") : none} />}
				label={label}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "name",
						header: t("own.name"),
						cell: (row) => (
							<Link to="/cohorts/$id" params={{ id: row.id }}>
								<bdi>{text(row.name)}</bdi>
							</Link>
						),
					},
					{ id: "course", header: t("course"), cell: (row) => <bdi>{text(row.course_name)}</bdi> },
					{
						id: "days",
						header: t("cohort.days"),
						cell: (row) => <span className="num">{dateRange(row.starts_on, row.ends_on)}</span>,
					},
					{
						id: "place",
						header: t("common:field.wilaya"),
						cell: (row) => (row.wilaya_code ? wilayas.name(row.wilaya_code) : t("online")),
					},
					{
						id: "seats",
						header: t("quotas.seats"),
						cell: (row) =>
							t("seatsTaken", {
								count: row.capacity,
								taken: number(row.counts.enrolled),
								capacity: number(row.capacity),
							}),
					},
					{
						id: "state",
						header: t("stateLabel"),
						cell: (row) => <CohortBadge status={row.status} />,
					},
				]}
			/>
		</>
	);
}
