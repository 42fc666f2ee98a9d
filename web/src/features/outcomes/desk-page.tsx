import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutcomeRequest, OutcomeRound } from "@/api/gen/types.gen.ts";
import { requestOutcomes } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { organises } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EventHead } from "@/reference/event-head.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, Row, Stack } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Empty, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useCursors } from "@/ui/use-cursors.ts";
import { eventOutcomesQuery, eventQuery, PER_PAGE, reportQuery } from "./queries.ts";
import { ROUNDS } from "./search.ts";
import { useDinars } from "./use-figures.ts";
import { WaitedCard } from "./waited-card.tsx";

/** Asks those who have not declared, and says who was reached. */
function Asking({ event, round }: { event: string; round: OutcomeRound }) {
	const { t } = useTranslation("outcomes");
	const { number, dateTime } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [asked, setAsked] = useState<OutcomeRequest>();
	const ask = () =>
		action.run(async () => {
			const { data } = await requestOutcomes({
				path: { id: event },
				body: { round },
				throwOnError: true,
			});
			setAsked(data);
			await queryClient.invalidateQueries({ queryKey: ["outcomes"] });
		});
	return (
		<Card title={t("ask.title")}>
			<p className="quiet">{t("ask.lead")}</p>
			{action.failed && <ProblemPanel error={action.error} />}
			<Row>
				<Button variant="primary" isPending={action.busy} onPress={() => void ask()}>
					{t("ask.do", { round: t(`round.${round}`) })}
				</Button>
			</Row>
			{asked && (
				<Notice tone="info" title={t("ask.done", { count: asked.asked })} alert>
					<Facts
						items={[
							{ label: t("ask.exhibitors"), value: number(asked.exhibitors) },
							{ label: t("ask.answered"), value: number(asked.answered) },
							{ label: t("ask.lately"), value: number(asked.asked_lately) },
							{ label: t("ask.unreachable"), value: number(asked.unreachable) },
							{ label: t("ask.until"), value: dateTime(asked.expires_at) },
						]}
					/>
				</Notice>
			)}
		</Card>
	);
}

function Declared({ event, round }: { event: string; round: OutcomeRound }) {
	const { t } = useTranslation("outcomes");
	const { text, number, dateTime } = useFormat();
	const dinars = useDinars();
	const cursors = useCursors(`${event} ${round}`);
	const list = useQuery({ ...eventOutcomesQuery(event, round, cursors.cursor), staleTime: 0 });
	return (
		<PagedTable
			list={list}
			cursors={cursors}
			perPage={PER_PAGE}
			empty={<Empty title={t("desk.none")} />}
			label={t("desk.list")}
			rowKey={(row) => row.application_id}
			columns={[
				{
					id: "association",
					header: t("desk.association"),
					cell: (row) => (
						<Link to="/applications/$id/outcomes" params={{ id: row.application_id }}>
							<bdi>{text(row.association_name)}</bdi>
						</Link>
					),
				},
				{
					id: "visitors",
					header: t("figure.visitors"),
					numeric: true,
					cell: (row) => number(row.visitors),
				},
				{ id: "sales", header: t("figure.sales"), numeric: true, cell: (row) => dinars(row.sales) },
				{
					id: "orders",
					header: t("figure.orders"),
					numeric: true,
					cell: (row) => number(row.orders),
				},
				{
					id: "value",
					header: t("figure.orders_value"),
					numeric: true,
					cell: (row) => dinars(row.orders_value),
				},
				{
					id: "contacts",
					header: t("figure.contacts"),
					numeric: true,
					cell: (row) => number(row.contacts),
				},
				{
					id: "when",
					header: t("declaredAt"),
					cell: (row) => <time dateTime={row.declared_at}>{dateTime(row.declared_at)}</time>,
				},
			]}
		/>
	);
}

/** What exhibitors have declared, round by round, and the way to ask those who have not. */
export function OutcomesDeskPage() {
	const { t } = useTranslation("outcomes");
	const user = useUser();
	const { id } = useParams({ from: "/events/$id/outcomes" });
	const { round = "close" }: { round?: OutcomeRound | undefined } = useSearch({
		from: "/events/$id/outcomes",
	});
	const { date, dateRange } = useFormat();
	const found = useQuery(eventQuery(id));
	// The days of each round are told by the report alone.
	const report = useQuery({ ...reportQuery(id), enabled: can(user, "list_event_outcomes") });
	const turn = report.data?.rounds.find((one) => one.round === round);
	if (found.isPending || report.isLoading) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const event = found.data;
	if (!can(user, "list_event_outcomes") || !organises(user, event)) return <NoRight />;
	return (
		<>
			<EventHead
				title={t("desk.title")}
				event={event}
				current="outcomes"
				actions={
					<Link to="/events/$id/report" params={{ id }} className={buttonClass("secondary")}>
						{t("report.title")}
					</Link>
				}
			/>
			<Tabs
				label={t("desk.rounds")}
				current={round}
				tabs={ROUNDS.map((one) => ({
					id: one,
					label: t(`round.${one}`),
					link: { to: "/events/$id/outcomes", params: { id }, search: { round: one } },
				}))}
			/>
			<Stack>
				{turn?.state === "upcoming" ? (
					<Notice tone="info" title={t("desk.opens", { day: date(turn.opens_on) })} />
				) : (
					<>
						{turn?.state === "closed" ? (
							<Notice tone="info" title={t("state.closed")}>
								<p>{t("window", { days: dateRange(turn.opens_on, turn.closes_on) })}</p>
							</Notice>
						) : (
							can(user, "request_outcomes") && <Asking key={round} event={id} round={round} />
						)}
						<Declared event={id} round={round} />
						{can(user, "list_event_applications") && (
							<WaitedCard event={id} round={round} open={turn?.state !== "closed"} />
						)}
					</>
				)}
			</Stack>
		</>
	);
}
