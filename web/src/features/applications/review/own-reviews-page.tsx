import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { usePoints } from "@/reference/use-points.ts";
import { Card, PageHead, Stack } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty, NoRight } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { REVIEW_STATES } from "../search.ts";
import { ownReviewsQuery, PER_PAGE } from "./queries.ts";
import css from "./review.module.css";
import { ReviewBadge } from "./review-badge.tsx";

function Reviews() {
	const { t } = useTranslation(["applications", "common"]);
	const { text, dateTime } = useFormat();
	const points = usePoints();
	const { status } = useSearch({ from: "/my-reviews" });
	const cursors = useCursors(status ?? "");
	const list = useQuery({ ...ownReviewsQuery(status, cursors.cursor), staleTime: 0 });
	const events = new Map((list.data?.items ?? []).map((row) => [row.event_id, row.event_name]));
	const tab = (one: (typeof REVIEW_STATES)[number] | undefined) => ({
		id: one ?? "all",
		label: one ? t(`review.state.${one}`) : t("review.all"),
		link: { to: "/my-reviews" as const, search: { status: one } },
	});
	return (
		<>
			<PageHead title={t("review.own")} lead={t("review.ownLead")} />
			<Tabs
				label={t("review.tabs")}
				current={status ?? "all"}
				tabs={[undefined, ...REVIEW_STATES].map(tab)}
			/>
			<Stack>
				<PagedTable
					list={list}
					cursors={cursors}
					perPage={PER_PAGE}
					empty={
						<Empty title={t(status ? "review.noneHere" : "review.none")}>
							{!status && <p>{t("review.noneLead")}</p>}
						</Empty>
					}
					label={t("review.own")}
					rowKey={(row) => row.id}
					columns={[
						{
							id: "number",
							header: t("one.title"),
							cell: (row) => (
								<Link to="/my-reviews/$id" params={{ id: row.id }}>
									{t("review.title", { number: row.number })}
								</Link>
							),
						},
						{
							id: "event",
							header: t("event"),
							cell: (row) => <bdi>{text(row.event_name)}</bdi>,
						},
						{
							id: "total",
							header: t("review.total"),
							numeric: true,
							cell: (row) => points(row.total),
						},
						{
							id: "changed",
							header: t("changed"),
							cell: (row) => <time dateTime={row.updated_at}>{dateTime(row.updated_at)}</time>,
						},
						{ id: "state", header: t("state"), cell: (row) => <ReviewBadge status={row.status} /> },
					]}
				/>
				{events.size > 0 && (
					<Card title={t("review.interests")}>
						<p className="quiet">{t("review.interestsLead")}</p>
						<ul className={css.events}>
							{[...events].map(([id, name]) => (
								<li key={id}>
									<Link to="/my-reviews/conflicts/$event" params={{ event: id }}>
										<bdi>{text(name)}</bdi>
									</Link>
								</li>
							))}
						</ul>
					</Card>
				)}
			</Stack>
		</>
	);
}

/** What one has been given to review, in every event. */
export function OwnReviewsPage() {
	return can(useUser(), "list_own_reviews") ? <Reviews /> : <NoRight />;
}
