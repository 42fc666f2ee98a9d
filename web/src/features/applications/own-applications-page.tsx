import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApplicationSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ApplicationBadge } from "@/reference/application-badge.tsx";
import { ownApplicationsQuery } from "@/reference/own-applications.ts";
import { Badge } from "@/ui/badge.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { PageHead } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import type { Timing } from "./next-step.ts";
import { STATES } from "./search.ts";
import { WhatNext } from "./what-next.tsx";

const PER_PAGE = 25;

function useRows() {
	const { status } = useSearch({ from: "/my-applications" });
	const list = useQuery({ ...ownApplicationsQuery, staleTime: 0 });
	const [at, setAt] = useState({ status, page: 0 });
	const page = at.status === status ? at.page : 0;
	const all = (list.data ?? []).filter((one) => !status || one.status === status);
	const from = page * PER_PAGE;
	const shown = all.slice(from, from + PER_PAGE);
	const turn = (to: number) => setAt({ status, page: to });
	return {
		list,
		status,
		rows: shown,
		total: all.length,
		from,
		previous: page > 0 ? () => turn(page - 1) : undefined,
		next: from + PER_PAGE < all.length ? () => turn(page + 1) : undefined,
	};
}

const timing = (row: ApplicationSummary): Timing => ({
	event: { status: row.event_status, ends_on: row.ends_on },
	call: { state: row.call_state, closes_at: row.closes_at },
});

/** The applications of one's association, the latest first, each with the next thing to do. */
export function OwnApplicationsPage() {
	const { t } = useTranslation(["applications", "common"]);
	const { text, number, dateTime, dateRange } = useFormat();
	const { list, status, rows, total, from, previous, next } = useRows();
	const tab = (id: (typeof STATES)[number] | undefined) => ({
		id: id ?? "all",
		label: id ? t(`common:application.${id}`) : t("all"),
		link: { to: "/my-applications" as const, search: { status: id } },
	});
	return (
		<>
			<PageHead
				title={t("own.title")}
				lead={t("own.lead")}
				actions={
					<Link to="/events" className={buttonClass("secondary")}>
						{t("own.events")}
					</Link>
				}
			/>
			<Tabs label={t("tabs")} current={status ?? "all"} tabs={[undefined, ...STATES].map(tab)} />
			{list.isPending && <Loading lines={6} />}
			{list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
			{list.isSuccess && total === 0 && (
				<Empty title={t(status ? "none" : "own.none")}>
					{!status && <p>{t("own.noneLead")}</p>}
				</Empty>
			)}
			{total > 0 && (
				<>
					<DataTable
						label={t("own.title")}
						rows={rows}
						rowKey={(row) => row.id}
						columns={[
							{
								id: "event",
								header: t("event"),
								cell: (row) => (
									<Link to="/applications/$id" params={{ id: row.id }}>
										<bdi>{text(row.event_name)}</bdi>
									</Link>
								),
							},
							{
								id: "days",
								header: t("days"),
								cell: (row) => dateRange(row.starts_on, row.ends_on),
							},
							{
								id: "number",
								header: t("number"),
								numeric: true,
								cell: (row) => row.number && number(row.number),
							},
							{
								id: "since",
								header: t("since"),
								cell: (row) => (
									<time dateTime={row.status_since}>{dateTime(row.status_since)}</time>
								),
							},
							{
								id: "state",
								header: t("state"),
								cell: (row) => <ApplicationBadge status={row.status} />,
							},
							{
								id: "next",
								header: t("next.title"),
								wide: true,
								cell: (row) => (
									<>
										<WhatNext status={row.status} occasion={timing(row)} />
										{row.last_message_from === "organiser" && (
											<>
												{" "}
												<Badge tone="note">{t("own.letter")}</Badge>
											</>
										)}
									</>
								),
							},
						]}
					/>
					<Pager
						range={t("common:page.range", { from: from + 1, to: from + rows.length, total })}
						onPrevious={previous}
						onNext={next}
					/>
				</>
			)}
		</>
	);
}
