import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty, NoRight } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import css from "../desk/desk.module.css";
import { DeskTabs } from "../desk/desk-tabs.tsx";
import { DESK_PAGE, ownCoursesQuery } from "../desk/queries.ts";
import { COURSE_STATES } from "../search.ts";
import { CourseBadge } from "../state-badge.tsx";
import { useHours } from "../use-hours.ts";

/** The courses the institution one acts for has written, in every state. */
export function OwnCoursesPage() {
	const { t } = useTranslation(["training", "common"]);
	const { text, number } = useFormat();
	const hours = useHours();
	const user = useUser();
	const search = useSearch({ from: "/my-courses" });
	const navigate = useNavigate({ from: "/my-courses" });
	const cursors = useCursors(JSON.stringify(search));
	const set = (patch: Partial<typeof search>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	const query = {
		owner_id: user?.acting?.institution_id ?? "",
		status: search.status ? [search.status] : [...COURSE_STATES],
		...(search.q ? { q: search.q } : {}),
	};
	const list = useQuery(ownCoursesQuery(query, cursors.cursor));
	if (!can(user, "create_course")) return <NoRight />;
	return (
		<>
			<PageHead
				title={t("ownCourses.title")}
				lead={t("ownCourses.lead")}
				actions={
					<Link to="/my-courses/new" className={buttonClass("primary")}>
						<Plus />
						{t("ownCourses.new")}
					</Link>
				}
			/>
			<DeskTabs current="courses" />
			<search className={css.search}>
				<SearchBox
					label={t("courses.search")}
					value={search.q ?? ""}
					onSearch={(q) => set({ q: q || undefined })}
				/>
				<NativeSelect
					label={t("stateLabel")}
					empty={t("all")}
					options={COURSE_STATES.map((id) => ({ id, label: t(`courseState.${id}`) }))}
					value={search.status}
					onChange={(id) => set({ status: COURSE_STATES.find((one) => one === id) })}
				/>
			</search>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={DESK_PAGE}
				empty={<Empty title={t(search.q || search.status ? "courses.none" : "ownCourses.none")} />}
				label={t("ownCourses.title")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "name",
						header: t("course"),
						cell: (row) => (
							<Link to="/courses/$id" params={{ id: row.id }}>
								<bdi>{text(row.name)}</bdi>
							</Link>
						),
					},
					{ id: "hours", header: t("courseOf.length"), cell: (row) => hours(row.minutes) },
					{
						id: "modules",
						header: t("courseOf.modules"),
						numeric: true,
						cell: (row) => number(row.modules),
					},
					{
						id: "version",
						header: t("ownCourses.version"),
						numeric: true,
						cell: (row) => row.published_number && number(row.published_number),
					},
					{
						id: "state",
						header: t("stateLabel"),
						cell: (row) => <CourseBadge status={row.status} />,
					},
				]}
			/>
		</>
	);
}
