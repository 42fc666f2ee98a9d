import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { COHORT_STATES } from "../search.ts";
import { CohortBadge } from "../state-badge.tsx";
import css from "./desk.module.css";
import { DeskTabs } from "./desk-tabs.tsx";
import { DESK_PAGE, ownCohortsQuery } from "./queries.ts";

/** The cohorts of the institution one acts for, in every state, the latest first. */
export function OwnCohortsPage() {
	const { t } = useTranslation(["training", "common"]);
	const { text, dateRange, number } = useFormat();
	const wilayas = useWilayas();
	const institution = useUser()?.acting?.institution_id ?? "";
	const search = useSearch({ from: "/my-cohorts" });
	const navigate = useNavigate({ from: "/my-cohorts" });
	const cursors = useCursors(JSON.stringify(search));
	const set = (patch: Partial<typeof search>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	const query = {
		organiser_id: institution,
		...(search.status ? { status: [search.status] } : {}),
		...(search.q ? { q: search.q } : {}),
		sort: "-starts_on" as const,
	};
	const list = useQuery(ownCohortsQuery(query, cursors.cursor));
	return (
		<>
			<PageHead
				title={t("own.title")}
				lead={t("own.lead")}
				actions={
					<Link to="/my-cohorts/new" className={buttonClass("primary")}>
						<Plus />
						{t("own.new")}
					</Link>
				}
			/>
			<DeskTabs current="cohorts" />
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
				empty={<Empty title={t(search.q || search.status ? "cohorts.none" : "own.none")} />}
				label={t("own.title")}
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
