import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listProjects } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { type ProjectsSearch, SORTS, STAGES } from "../search.ts";
import { StageBadge } from "../stage-badge.tsx";
import css from "../workshop.module.css";

const PER_PAGE = 25;

/** The projects this person may know of: their association's, their wilayas', or all. */
export function ProjectsPage() {
	const { t } = useTranslation(["workshop", "common"]);
	const { text, date, number } = useFormat();
	const user = useUser();
	const own = can(user, "create_project");
	const wide = (user?.acting?.wilayas ?? []).length === 0;
	const search = useSearch({ from: "/projects" });
	const navigate = useNavigate({ from: "/projects" });
	const cursors = useCursors(JSON.stringify(search));
	const query = {
		...(search.q ? { q: search.q } : {}),
		...(search.stage ? { stage: [search.stage] } : {}),
		...(search.archived ? { archived: true } : {}),
		...(search.sort ? { sort: search.sort } : {}),
	};
	const list = useQuery({
		queryKey: ["projects", query, cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listProjects({
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
	const set = (patch: Partial<ProjectsSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	const filtered = search.q || search.stage || search.archived;
	const start = (
		<Link to="/projects/new" className={buttonClass("primary")}>
			<Plus />
			{t("list.new")}
		</Link>
	);
	return (
		<>
			<PageHead
				title={t("list.title")}
				lead={t(own ? "list.leadOwn" : wide ? "list.leadAll" : "list.lead")}
				actions={
					<>
						{can(user, "get_portfolio") && (
							<Link to="/projects/portfolio" className={buttonClass("secondary")}>
								{t("portfolio.open")}
							</Link>
						)}
						{own && start}
					</>
				}
			/>
			<search className={css.filters}>
				<SearchBox
					label={t("list.search")}
					value={search.q ?? ""}
					onSearch={(q) => set({ q: q || undefined })}
				/>
				<NativeSelect
					label={t("field.stage")}
					empty={t("list.allStages")}
					options={STAGES.map((id) => ({ id, label: t(`stage.${id}`) }))}
					value={search.stage}
					onChange={(stage) => set({ stage: STAGES.find((one) => one === stage) })}
				/>
				<NativeSelect
					label={t("list.kept")}
					empty={t("list.current")}
					options={[{ id: "yes", label: t("list.archived") }]}
					value={search.archived}
					onChange={(archived) => set({ archived: archived ? "yes" : undefined })}
				/>
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={
					<Empty title={t(filtered ? "list.noMatch" : "list.none")}>
						{!filtered && own && start}
					</Empty>
				}
				label={t("list.title")}
				rowKey={(row) => row.id}
				sort={search.sort}
				onSort={(wanted) => set({ sort: SORTS.find((one) => one === wanted) })}
				columns={[
					{
						id: "name",
						header: t("field.name"),
						sort: "name",
						cell: (row) => (
							<Link to="/projects/$id" params={{ id: row.id }}>
								<bdi>{text(row.name)}</bdi>
							</Link>
						),
					},
					...(own
						? []
						: [
								{
									id: "association",
									header: t("field.association"),
									cell: (row: { association: { name: { ar: string } } }) => (
										<bdi>{text(row.association.name)}</bdi>
									),
								},
							]),
					{
						id: "stage",
						header: t("field.stage"),
						cell: (row) => <StageBadge stage={row.stage} />,
					},
					{
						id: "starts",
						header: t("field.startsOn"),
						sort: "starts_on",
						cell: (row) =>
							row.starts_on && <time dateTime={row.starts_on}>{date(row.starts_on)}</time>,
					},
					{
						id: "finish",
						header: t("field.finish"),
						cell: (row) =>
							row.plan.finish && <time dateTime={row.plan.finish}>{date(row.plan.finish)}</time>,
					},
					{
						id: "done",
						header: t("field.done"),
						numeric: true,
						cell: (row) => t("percent", { value: number(Math.round(row.plan.percent_done)) }),
					},
				]}
			/>
		</>
	);
}
