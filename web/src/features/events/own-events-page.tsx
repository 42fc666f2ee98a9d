import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listEvents } from "@/api/gen/sdk.gen.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { OwnCall } from "./call/own-call.tsx";
import css from "./own-events.module.css";
import { STATES } from "./search.ts";
import { StateBadge } from "./state-badge.tsx";

const PER_PAGE = 25;

/** The events of the institution one acts for, in every state, the latest first. */
export function OwnEventsPage() {
	const { t } = useTranslation(["events", "common"]);
	const { text, dateRange } = useFormat();
	const wilayas = useWilayas();
	const institution = useUser()?.acting?.institution_id ?? "";
	const search = useSearch({ from: "/my-events" });
	const navigate = useNavigate({ from: "/my-events" });
	const cursors = useCursors(JSON.stringify(search));
	const query = {
		organiser_id: institution,
		...(search.status ? { status: [search.status] } : {}),
		...(search.q ? { q: search.q } : {}),
		sort: "-starts_on" as const,
	};
	const list = useQuery({
		queryKey: ["events", "own", query, cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listEvents({
					query: {
						...query,
						limit: PER_PAGE,
						include_total: true,
						...(cursors.cursor ? { cursor: cursors.cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		enabled: institution !== "",
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHead
				title={t("desk.title")}
				lead={t("desk.lead")}
				actions={
					<Link to="/my-events/new" className={buttonClass("primary")}>
						<Plus />
						{t("desk.new")}
					</Link>
				}
			/>
			<Tabs
				label={t("desk.tabs")}
				current={search.status ?? "all"}
				tabs={[
					{
						id: "all",
						label: t("desk.all"),
						link: { to: "/my-events", search: { ...search, status: undefined } },
					},
					...STATES.map((id) => ({
						id,
						label: t(`state.${id}`),
						link: { to: "/my-events" as const, search: { ...search, status: id } },
					})),
				]}
			/>
			<search className={css.search}>
				<SearchBox
					label={t("desk.search")}
					value={search.q ?? ""}
					onSearch={(q) =>
						void navigate({
							search: (old) => ({ ...old, q: q || undefined }),
							replace: true,
							resetScroll: false,
						})
					}
				/>
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<Empty title={t(search.status ? "desk.none" : "none")} />}
				label={t("desk.title")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "name",
						header: t("desk.name"),
						cell: (row) => (
							<Link to="/events/$id" params={{ id: row.id }}>
								<bdi>{text(row.name)}</bdi>
							</Link>
						),
					},
					{
						id: "kind",
						header: t("kindLabel"),
						cell: (row) => t(`kind.${row.kind}`),
					},
					{
						id: "days",
						header: t("desk.days"),
						cell: (row) => <span className="num">{dateRange(row.starts_on, row.ends_on)}</span>,
					},
					{
						id: "place",
						header: t("common:field.wilaya"),
						cell: (row) => wilayas.name(row.wilaya_code),
					},
					{
						id: "call",
						header: t("call.title"),
						cell: (row) => <OwnCall event={row} />,
					},
					{
						id: "state",
						header: t("desk.state"),
						cell: (row) => <StateBadge status={row.status} />,
					},
				]}
			/>
		</>
	);
}
