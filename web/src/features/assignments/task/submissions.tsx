import type { UseQueryResult } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SubmissionSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Empty } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { STANDINGS, type Standing } from "../standings.ts";
import { WorkBadge } from "../state-badge.tsx";
import { useWords } from "../use-words.ts";
import { standingOf } from "./next.ts";
import css from "./task.module.css";

const PER_PAGE = 25;

/** One page of those in a state; the server gives all of them at once. */
function Rows({ rows }: { rows: readonly SubmissionSummary[] }) {
	const { t } = useTranslation(["assignments", "common"]);
	const { text, dateTime } = useFormat();
	const words = useWords();
	const [page, setPage] = useState(0);
	const last = Math.max(0, Math.ceil(rows.length / PER_PAGE) - 1);
	const at = Math.min(page, last);
	const shown = rows.slice(at * PER_PAGE, (at + 1) * PER_PAGE);
	return (
		<>
			<DataTable
				label={t("work.title")}
				rows={shown}
				rowKey={(row) => row.enrolment_id}
				columns={[
					{
						id: "name",
						header: t("work.participant"),
						cell: (row) =>
							row.id ? (
								<Link to="/submissions/$id" params={{ id: row.id }}>
									<bdi>{row.participant_name}</bdi>
								</Link>
							) : (
								<bdi>{row.participant_name}</bdi>
							),
					},
					{
						id: "association",
						header: t("work.association"),
						cell: (row) => <bdi>{text(row.association_name)}</bdi>,
					},
					{
						id: "state",
						header: t("stateLabel"),
						cell: (row) => <WorkBadge status={row.status} late={row.late} />,
					},
					{
						id: "at",
						header: t("work.handedAt"),
						cell: (row) =>
							row.handed_in_at ? (
								<time dateTime={row.handed_in_at}>{dateTime(row.handed_in_at)}</time>
							) : (
								"—"
							),
					},
					{
						id: "score",
						header: t("rubric.total"),
						cell: (row) =>
							row.score == null ? "—" : <span className="num">{words.score(row.score)}</span>,
					},
				]}
			/>
			{last > 0 && (
				<Pager
					range={t("common:page.range", {
						from: at * PER_PAGE + 1,
						to: at * PER_PAGE + shown.length,
						total: rows.length,
					})}
					onPrevious={at > 0 ? () => setPage(at - 1) : undefined}
					onNext={at < last ? () => setPage(at + 1) : undefined}
				/>
			)}
		</>
	);
}

interface Props {
	id: string;
	list: UseQueryResult<SubmissionSummary[]>;
}

/** Who has handed in and who has not, one state at a time. */
export function Submissions({ id, list }: Props) {
	const { t } = useTranslation("assignments");
	const { number } = useFormat();
	const search = useSearch({ from: "/assignments/$id" });
	const status = STANDINGS.find((one) => one === search.status);
	const rows = list.data ?? [];
	const shown = status ? rows.filter((one) => standingOf(one) === status) : rows;
	const tab = (one: Standing | undefined) => ({
		id: one ?? "all",
		label: one ? t(`state.${one}`) : t("all"),
		link: { to: "/assignments/$id" as const, params: { id }, search: { status: one } },
		count: list.data
			? number(one ? rows.filter((row) => standingOf(row) === one).length : rows.length)
			: undefined,
	});
	return (
		<section aria-labelledby="work" className={css.work}>
			<h2 id="work">{t("work.title")}</h2>
			<Tabs
				label={t("work.tabs")}
				current={status ?? "all"}
				tabs={[undefined, ...STANDINGS].map(tab)}
			/>
			<Awaited list={list} lines={6} />
			{list.isSuccess &&
				(shown.length === 0 ? (
					<Empty title={t(status ? "work.noneSo" : "work.none")} />
				) : (
					<Rows key={status ?? "all"} rows={shown} />
				))}
		</section>
	);
}
