import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Money, PathEvent, TrainingPath } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { PER_PAGE, pathsQuery } from "./queries.ts";
import type { CoverageSearch } from "./search.ts";

function Declared({ event }: { event: PathEvent }) {
	const { t } = useTranslation("coverage");
	const { number } = useFormat();
	if (!event.sales_shown) return <span className="quiet">{t("paths.notShown")}</span>;
	if (event.declared.length === 0) return <span className="quiet">{t("paths.notDeclared")}</span>;
	const dinars = ({ amount }: Money) =>
		number(amount / 100, { maximumFractionDigits: amount % 100 ? 2 : 0 });
	return (
		<ul>
			{event.declared.map(({ round, sales, orders_value: orders }) => (
				<li key={round}>
					{t("paths.sold", { round: t(`round.${round}`), amount: dinars(sales) })}
					{orders.amount > 0 && <> {t("paths.orders", { amount: dinars(orders) })}</>}
				</li>
			))}
		</ul>
	);
}

function Courses({ path }: { path: TrainingPath }) {
	const { t } = useTranslation("coverage");
	const { text, date } = useFormat();
	return (
		<ul>
			{path.certificates.map((one, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read
				<li key={place}>
					<bdi>{text(one.course_name)}</bdi>{" "}
					<span className="quiet">{t("list.issued", { day: date(one.issued_on) })}</span>
				</li>
			))}
		</ul>
	);
}

function Projects({ path }: { path: TrainingPath }) {
	const { t } = useTranslation("coverage");
	const { text, date } = useFormat();
	if (path.projects.length === 0) return t("none");
	return (
		<ul>
			{path.projects.map((one) => (
				<li key={one.project_id}>
					<Link to="/projects/$id" params={{ id: one.project_id }}>
						<bdi>{text(one.project_name)}</bdi>
					</Link>{" "}
					<span className="quiet">
						{t(`stage.${one.stage}`)}
						{t("separator")}
						{t("paths.begun", { day: date(one.begun_on) })}
					</span>
				</li>
			))}
		</ul>
	);
}

function Events({ path }: { path: TrainingPath }) {
	const { t } = useTranslation("coverage");
	const { text, dateRange } = useFormat();
	if (path.events.length === 0) return t("none");
	return (
		<ul>
			{path.events.map((event) => (
				<li key={event.event_id}>
					<Link to="/events/$id" params={{ id: event.event_id }}>
						<bdi>{text(event.event_name)}</bdi>
					</Link>{" "}
					<span className="quiet">{dateRange(event.starts_on, event.ends_on)}</span>{" "}
					<Declared event={event} />
				</li>
			))}
		</ul>
	);
}

/** What became of training: projects, exhibitions and sales since the first certificate. */
export function Paths({ search, own }: { search: CoverageSearch; own: boolean }) {
	const { t } = useTranslation("coverage");
	const { text } = useFormat();
	const cursors = useCursors(JSON.stringify(search));
	const list = useQuery(pathsQuery(search, cursors.cursor));
	return (
		<Card title={t(own ? "paths.own" : "paths.title")}>
			<p className="quiet">{t("paths.lead")}</p>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<Empty title={t("paths.empty")} />}
				label={t("paths.title")}
				rowKey={(row) => row.association_id}
				columns={[
					{
						id: "name",
						header: t("list.association"),
						cell: (row) => (
							<Link to="/associations/$id" params={{ id: row.association_id }}>
								<bdi>{text(row.association_name)}</bdi>
							</Link>
						),
					},
					{
						id: "courses",
						header: t("paths.courses"),
						wide: true,
						cell: (row) => <Courses path={row} />,
					},
					{
						id: "projects",
						header: t("paths.projects"),
						wide: true,
						cell: (row) => <Projects path={row} />,
					},
					{
						id: "events",
						header: t("paths.events"),
						wide: true,
						cell: (row) => <Events path={row} />,
					},
				]}
			/>
		</Card>
	);
}
