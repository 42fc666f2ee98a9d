import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ReviewedEvent } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { PER_PAGE, reviewedEventsQuery } from "./queries.ts";

/** What one has said of one's interests: nothing yet, none, or so many associations. */
function Declared({ event }: { event: ReviewedEvent }) {
	const { t } = useTranslation("applications");
	if (!event.declared_at) return <Badge tone="wait">{t("review.undeclared")}</Badge>;
	const count = event.declared_conflicts;
	return (
		<Badge tone="good">
			{count === 0 ? t("review.declaredNone") : t("review.declaredCount", { count })}
		</Badge>
	);
}

/** The events one reviews for that are not decided yet, also those nothing is shared out of: where to say one is not free. */
export function ReviewedEvents() {
	const { t } = useTranslation("applications");
	const { text, dateRange, number } = useFormat();
	const cursors = useCursors("");
	const list = useQuery({ ...reviewedEventsQuery(cursors.cursor), staleTime: 0 });
	return (
		<Card title={t("review.events")}>
			<p className="quiet">{t("review.interestsLead")}</p>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				lines={2}
				empty={<p className="quiet">{t("review.noEvents")}</p>}
				label={t("review.events")}
				rowKey={(row) => row.event_id}
				columns={[
					{
						id: "event",
						header: t("event"),
						cell: (row) => (
							<>
								<Link to="/events/$id" params={{ id: row.event_id }}>
									<bdi>{text(row.event_name)}</bdi>
								</Link>
								<br />
								<span className="quiet">{dateRange(row.starts_on, row.ends_on)}</span>
							</>
						),
					},
					{
						id: "open",
						header: t("review.state.open"),
						numeric: true,
						cell: (row) => number(row.open),
					},
					{
						id: "written",
						header: t("review.written"),
						numeric: true,
						cell: (row) => number(row.written),
					},
					{
						id: "interests",
						header: t("review.interestsOf"),
						cell: (row) => <Declared event={row} />,
					},
					{
						id: "declare",
						header: t("review.interests"),
						bare: true,
						cell: (row) => (
							<Link
								to="/my-reviews/conflicts/$event"
								params={{ event: row.event_id }}
								aria-label={t(row.declared_at ? "review.declareAgainFor" : "review.declareFor", {
									name: text(row.event_name),
								})}
							>
								{t(row.declared_at ? "review.declareAgain" : "review.declare")}
							</Link>
						),
					},
				]}
			/>
		</Card>
	);
}
