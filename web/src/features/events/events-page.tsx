import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { monthOf, today } from "@/i18n/days.ts";
import { buttonClass } from "@/ui/button.tsx";
import { Hero } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { EventLine } from "./event-line.tsx";
import css from "./events.module.css";
import { isFiltered } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { MonthView } from "./month-view.tsx";
import { eventsQuery, PER_PAGE } from "./queries.ts";
import type { EventsSearch } from "./search.ts";
import { Subscribe } from "./subscribe.tsx";

// The outlines of the wilayas are fetched by those who ask for the map.
const MapView = lazy(() => import("./map-view.tsx").then((part) => ({ default: part.MapView })));

function EventList({ search }: { search: EventsSearch }) {
	const { t } = useTranslation(["events", "common"]);
	const cursors = useCursors(JSON.stringify(search));
	const list = useQuery(eventsQuery(search, cursors.cursor));
	if (list.isPending) return <Loading lines={8} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	const { items, next_cursor: next, total } = list.data;
	const from = cursors.page * PER_PAGE + 1;
	const to = from + items.length - 1;
	return (
		<section aria-labelledby="results">
			<h2 id="results" aria-live="polite" className={css.results}>
				{t("results", { count: total ?? items.length })}
			</h2>
			{items.length === 0 ? (
				<Empty title={t(isFiltered(search) ? "none" : "noneYet")}>
					{isFiltered(search) ? (
						<Link to="/events" className={buttonClass("secondary")}>
							{t("common:action.clear")}
						</Link>
					) : (
						<Link to="/events" search={{ when: "past" }} className={buttonClass("secondary")}>
							{t("seePast")}
						</Link>
					)}
				</Empty>
			) : (
				<>
					<ol className={css.list} aria-busy={list.isPlaceholderData}>
						{items.map((event) => (
							<li key={event.id}>
								<EventLine event={event} />
							</li>
						))}
					</ol>
					<Pager
						range={
							total == null
								? t("common:page.shown", { from, to })
								: t("common:page.range", { from, to, total })
						}
						onPrevious={cursors.previous}
						onNext={next ? () => cursors.next(next) : undefined}
					/>
				</>
			)}
		</section>
	);
}

/** Exhibitions, salons and awareness days of the country, as a list, by month or on a map. */
export function EventsPage() {
	const { t } = useTranslation("events");
	const search = useSearch({ from: "/events" });
	const navigate = useNavigate({ from: "/events" });
	const set = (patch: Partial<EventsSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	const view = search.view ?? "list";
	return (
		<>
			<Hero title={t("title")} lead={t("lead")} />
			<Filters search={search} onChange={set} />
			<Tabs
				label={t("view.label")}
				current={view}
				tabs={[
					{
						id: "list",
						label: t("view.list"),
						link: { to: "/events", search: { ...search, view: undefined, month: undefined } },
					},
					{
						id: "month",
						label: t("view.month"),
						link: { to: "/events", search: { ...search, view: "month" } },
					},
					{
						id: "map",
						label: t("view.map"),
						link: { to: "/events", search: { ...search, view: "map", month: undefined } },
					},
				]}
			/>
			<div className={view === "list" ? css.layout : css.below}>
				{view === "month" ? (
					<MonthView
						search={search}
						month={search.month ?? monthOf(today())}
						onMonth={(month) => set({ month })}
					/>
				) : view === "map" ? (
					<Suspense fallback={<Loading lines={8} />}>
						<MapView search={search} />
					</Suspense>
				) : (
					<EventList search={search} />
				)}
				<aside className={css.aside}>
					<Subscribe search={search} />
					<p>
						<Link to="/participation">{t("feed.participation")}</Link>
					</p>
				</aside>
			</div>
		</>
	);
}
