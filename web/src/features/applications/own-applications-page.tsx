import { useQueries, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { ApplicationBadge } from "@/reference/application-badge.tsx";
import { ownApplicationsQuery } from "@/reference/own-applications.ts";
import { buttonClass } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { PageHead } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { occasionQuery } from "./queries.ts";
import { STATES } from "./search.ts";
import { WhatNext } from "./what-next.tsx";

/** Each row asks for its event and call: not too many at once. */
const PER_PAGE = 10;

function useRows() {
	const { status } = useSearch({ from: "/my-applications" });
	const list = useQuery({ ...ownApplicationsQuery, staleTime: 0 });
	const [at, setAt] = useState({ status, page: 0 });
	const page = at.status === status ? at.page : 0;
	const all = (list.data ?? []).filter((one) => !status || one.status === status);
	const from = page * PER_PAGE;
	const shown = all.slice(from, from + PER_PAGE);
	const occasions = useQueries({ queries: shown.map((one) => occasionQuery(one.event_id)) });
	const turn = (to: number) => setAt({ status, page: to });
	return {
		list,
		status,
		rows: shown.map((one, index) => ({ ...one, occasion: occasions[index] })),
		total: all.length,
		from,
		previous: page > 0 ? () => turn(page - 1) : undefined,
		next: from + PER_PAGE < all.length ? () => turn(page + 1) : undefined,
	};
}

/** The applications of one's association, the latest first, each with the next thing to do. */
export function OwnApplicationsPage() {
	const { t } = useTranslation(["applications", "common"]);
	const { text, dateRange } = useFormat();
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
								cell: ({ id, occasion }) => (
									<Link to="/applications/$id" params={{ id }}>
										<bdi>{occasion?.data ? text(occasion.data.event.name) : t("one.title")}</bdi>
									</Link>
								),
							},
							{
								id: "days",
								header: t("days"),
								cell: ({ occasion }) =>
									occasion?.data && (
										<span className="num">
											{dateRange(occasion.data.event.starts_on, occasion.data.event.ends_on)}
										</span>
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
								cell: (row) =>
									row.occasion?.data && (
										<WhatNext status={row.status} occasion={row.occasion.data} />
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
