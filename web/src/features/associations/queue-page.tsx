import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listAssociations } from "@/api/gen/sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { buttonClass } from "@/ui/button.tsx";
import { ExportMenu } from "@/ui/export-menu.tsx";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import css from "./associations.module.css";
import { QUEUE_TABS, type QueueSearch, queueQuery, SORTS } from "./queue-search.ts";
import { StatusBadge } from "./status-badge.tsx";

const PER_PAGE = 25;

/** The officer's list: first what waits for an answer, oldest first; every other state in its tab. */
export function QueuePage() {
	const { t } = useTranslation(["associations", "common"]);
	const { text, date } = useFormat();
	const user = useUser();
	const wilayas = useWilayas();
	const mine = user?.acting?.wilayas ?? [];
	const wide = mine.length === 0;
	const search = useSearch({ from: "/review" });
	const navigate = useNavigate({ from: "/review" });
	const tab = search.tab ?? "submitted";
	const sort = search.sort ?? (tab === "submitted" ? "created_at" : "name");
	const cursors = useCursors(JSON.stringify(search));
	const query = {
		...(search.q ? { q: search.q } : {}),
		...(search.wilaya ? { wilaya: [search.wilaya] } : {}),
		...(tab === "all" ? {} : { status: [tab] }),
		in_charge: true,
		sort,
	};
	const list = useQuery({
		queryKey: ["review", "queue", query, cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listAssociations({
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
		placeholderData: keepPreviousData,
	});
	const set = (patch: Partial<QueueSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	return (
		<>
			<PageHead
				title={t("queue.title")}
				lead={t(wide ? "queue.leadNational" : "queue.lead")}
				actions={
					<>
						<ExportMenu
							path={`/api/v1/associations?${queueQuery(query)}`}
							name={`associations-${tab}`}
						/>
						{can(user, "create_association") && (
							<Link to="/review/new" className={buttonClass("primary")}>
								<Plus />
								{t("queue.new")}
							</Link>
						)}
					</>
				}
			/>
			<Tabs
				label={t("queue.tabs")}
				current={tab}
				tabs={QUEUE_TABS.map((id) => ({
					id,
					label: t(`queueTab.${id}`),
					link: { to: "/review", search: { ...search, tab: id, sort: undefined } },
				}))}
			/>
			<search className={css.queueFilters}>
				<SearchBox
					label={t("queue.search")}
					value={search.q ?? ""}
					onSearch={(q) => set({ q: q || undefined })}
				/>
				{mine.length !== 1 && (
					<NativeSelect
						label={t("common:field.wilaya")}
						empty={t("queue.allWilayas")}
						options={wide ? wilayas.options : wilayas.options.filter(({ id }) => mine.includes(id))}
						value={search.wilaya}
						onChange={(wilaya) => set({ wilaya: wilaya ?? undefined })}
					/>
				)}
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				lines={6}
				empty={<Empty title={t(tab === "submitted" ? "queue.nothing" : "queue.none")} />}
				label={t("queue.title")}
				rowKey={(row) => row.id}
				sort={sort}
				onSort={(wanted) => set({ sort: SORTS.find((one) => one === wanted) })}
				columns={[
					{
						id: "name",
						header: t("queue.name"),
						sort: "name",
						cell: (row) => (
							<Link to="/review/$id" params={{ id: row.id }}>
								<bdi>{text(row.name)}</bdi>
							</Link>
						),
					},
					{
						id: "place",
						header: t("common:field.wilaya"),
						cell: (row) => wilayas.name(row.wilaya_code),
					},
					{
						id: "level",
						header: t("field.level"),
						cell: (row) => t(`common:level.${row.level}`),
					},
					{
						id: "created",
						header: t("queue.created"),
						sort: "created_at",
						cell: (row) => <time dateTime={row.created_at}>{date(row.created_at)}</time>,
					},
					{
						id: "status",
						header: t("queue.status"),
						cell: (row) => <StatusBadge status={row.status} />,
					},
					{
						id: "open",
						header: t("common:action.open"),
						bare: true,
						cell: (row) => (
							<Link
								to="/review/$id"
								params={{ id: row.id }}
								className={buttonClass("secondary", true)}
								aria-label={t("queue.openOf", { name: text(row.name) })}
							>
								{t("common:action.open")}
							</Link>
						),
					},
				]}
			/>
		</>
	);
}
