import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Hero } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { CohortLine } from "./cohort-line.tsx";
import { cohortsQuery, PER_PAGE, taughtQuery } from "./queries.ts";
import type { CohortsSearch } from "./search.ts";
import { Subscribe } from "./subscribe.tsx";
import { TrainingTabs } from "./tabs.tsx";
import css from "./training.module.css";

function CohortList({ search }: { search: CohortsSearch }) {
	const { t } = useTranslation(["training", "common"]);
	const cursors = useCursors(JSON.stringify(search));
	const list = useQuery(cohortsQuery(search, cursors.cursor));
	if (list.isPending) return <Loading lines={6} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	const { items, next_cursor: next } = list.data;
	if (items.length === 0)
		return (
			<Empty title={t(search.when === "all" ? "cohorts.none" : "cohorts.noneAhead")}>
				{search.when === "all" ? (
					<Link to="/cohorts" className={buttonClass("secondary")}>
						{t("common:action.clear")}
					</Link>
				) : (
					<Link
						to="/cohorts"
						search={{ ...search, when: "all" }}
						className={buttonClass("secondary")}
					>
						{t("cohorts.seeAll")}
					</Link>
				)}
			</Empty>
		);
	const from = cursors.page * PER_PAGE + 1;
	return (
		<section aria-labelledby="results">
			<h2 id="results" className={css.results}>
				{t(search.when === "all" ? "cohorts.all" : "cohorts.ahead")}
			</h2>
			<ol className={css.list} aria-busy={list.isPlaceholderData}>
				{items.map((cohort) => (
					<li key={cohort.id}>
						<CohortLine cohort={cohort} />
					</li>
				))}
			</ol>
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

/** When and where courses are taught. */
export function CohortsPage() {
	const { t } = useTranslation(["training", "common"]);
	const { text } = useFormat();
	const search = useSearch({ from: "/cohorts" });
	const navigate = useNavigate({ from: "/cohorts" });
	const wilayas = useWilayas();
	const courses = useQuery(taughtQuery).data ?? [];
	const set = (patch: Partial<CohortsSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	return (
		<>
			<Hero title={t("cohorts.title")} lead={t("cohorts.lead")} />
			<TrainingTabs current="cohorts" />
			<search className={css.filters} data-four>
				<SearchBox
					label={t("cohorts.search")}
					value={search.q ?? ""}
					onSearch={(q) => set({ q: q || undefined })}
				/>
				<NativeSelect
					label={t("common:field.wilaya")}
					empty={t("allWilayas")}
					options={wilayas.options}
					value={search.wilaya}
					onChange={(wilaya) => set({ wilaya: wilaya ?? undefined })}
				/>
				<NativeSelect
					label={t("course")}
					empty={t("all")}
					options={courses.map(({ id, name }) => ({ id, label: text(name) }))}
					value={search.course}
					onChange={(course) => set({ course: course ?? undefined })}
				/>
				<NativeSelect
					label={t("cohorts.when")}
					empty={t("cohorts.whenAhead")}
					options={[{ id: "all", label: t("cohorts.whenAll") }]}
					value={search.when}
					onChange={(when) => set({ when: when === "all" ? when : undefined })}
				/>
				<Button
					isDisabled={!(search.q || search.wilaya || search.course || search.when)}
					onPress={() =>
						set({ q: undefined, wilaya: undefined, course: undefined, when: undefined })
					}
				>
					{t("common:action.clear")}
				</Button>
			</search>
			<CohortList search={search} />
			<Subscribe wilaya={search.wilaya} />
		</>
	);
}
