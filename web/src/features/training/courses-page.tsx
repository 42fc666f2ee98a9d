import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { useToolName } from "@/reference/use-tool-name.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Hero } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { CourseLine } from "./course-line.tsx";
import { coursesQuery, PER_PAGE } from "./queries.ts";
import { type CoursesSearch, TOOLS } from "./search.ts";
import { TrainingTabs } from "./tabs.tsx";
import css from "./training.module.css";

function CourseList({ search, filtered }: { search: CoursesSearch; filtered: boolean }) {
	const { t } = useTranslation(["training", "common"]);
	const cursors = useCursors(JSON.stringify(search));
	const list = useQuery(coursesQuery(search, cursors.cursor));
	if (list.isPending) return <Loading lines={6} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	const { items, next_cursor: next } = list.data;
	if (items.length === 0)
		return (
			<Empty title={t(filtered ? "courses.none" : "courses.noneYet")}>
				{filtered && (
					<Link to="/courses" className={buttonClass("secondary")}>
						{t("common:action.clear")}
					</Link>
				)}
			</Empty>
		);
	const from = cursors.page * PER_PAGE + 1;
	return (
		<section aria-labelledby="results">
			<h2 id="results" className={css.results}>
				{t("courses.list")}
			</h2>
			<ul className={css.courses} aria-busy={list.isPlaceholderData}>
				{items.map((course) => (
					<li key={course.id}>
						<CourseLine course={course} />
					</li>
				))}
			</ul>
			{(next || cursors.previous) && (
				<Pager
					range={t("common:page.shown", { from, to: from + items.length - 1 })}
					onPrevious={cursors.previous}
					onNext={next ? () => cursors.next(next) : undefined}
				/>
			)}
		</section>
	);
}

/** What is taught: the catalogue of courses. */
export function CoursesPage() {
	const { t } = useTranslation(["training", "common"]);
	const tool = useToolName();
	const search = useSearch({ from: "/courses" });
	const navigate = useNavigate({ from: "/courses" });
	const sectors = useCraftSectors();
	const set = (patch: Partial<CoursesSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	const filtered = !!(search.q || search.tool || search.craft_sector);
	return (
		<>
			<Hero title={t("courses.title")} lead={t("courses.lead")} />
			<TrainingTabs current="courses" />
			<search className={css.filters}>
				<SearchBox
					label={t("courses.search")}
					value={search.q ?? ""}
					onSearch={(q) => set({ q: q || undefined })}
				/>
				<NativeSelect
					label={t("tools")}
					empty={t("all")}
					options={TOOLS.map((id) => ({ id, label: tool(id) }))}
					value={search.tool}
					onChange={(id) => set({ tool: TOOLS.find((tool) => tool === id) })}
				/>
				<NativeSelect
					label={t("common:field.craftSector")}
					empty={t("allSectors")}
					options={sectors.options}
					value={search.craft_sector}
					onChange={(sector) => set({ craft_sector: sector ?? undefined })}
				/>
				<Button
					isDisabled={!filtered}
					onPress={() => set({ q: undefined, tool: undefined, craft_sector: undefined })}
				>
					{t("common:action.clear")}
				</Button>
			</search>
			<CourseList search={search} filtered={filtered} />
		</>
	);
}
