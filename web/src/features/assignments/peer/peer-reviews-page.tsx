import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty, NoRight } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { peerReviewsQuery, REVIEWS_PAGE } from "../queries.ts";
import css from "./peer.module.css";

function Table({ written, empty }: { written: boolean; empty: ReactNode }) {
	const { t } = useTranslation("assignments");
	const { text, dateTime } = useFormat();
	const cursors = useCursors(String(written));
	const list = useQuery(peerReviewsQuery(written, cursors.cursor));
	return (
		<PagedTable
			list={list}
			cursors={cursors}
			perPage={REVIEWS_PAGE}
			lines={3}
			empty={empty}
			label={t(written ? "peer.written" : "peer.awaited")}
			rowKey={(row) => row.id}
			columns={[
				{
					id: "task",
					header: t("task"),
					cell: (row) => (
						<Link to="/peer-reviews/$id" params={{ id: row.id }}>
							<bdi>{text(row.assignment_name)}</bdi>
						</Link>
					),
				},
				{
					id: "who",
					header: t("peer.who"),
					cell: (row) => (
						<>
							<bdi>{row.participant_name}</bdi>
							<br />
							<small>
								<bdi>{text(row.cohort_name)}</bdi>
							</small>
						</>
					),
				},
				{
					id: "own",
					header: t("ours.title"),
					cell: (row) => (
						<Link
							to="/assignments/$id"
							params={{ id: row.assignment_id }}
							aria-label={t("peer.ownOf", { name: text(row.assignment_name) })}
						>
							{t("peer.own")}
						</Link>
					),
				},
				{
					id: "at",
					header: t(written ? "peer.writtenAt" : "peer.askedAt"),
					cell: (row) => {
						const at = row.reviewed_at ?? row.created_at;
						return <time dateTime={at}>{dateTime(at)}</time>;
					},
				},
			]}
		/>
	);
}

/** What the participants of one’s association are to review, and folded under it what they have. */
export function PeerReviewsPage() {
	const { t } = useTranslation("assignments");
	const user = useUser();
	const [opened, setOpened] = useState(false);
	if (!can(user, "list_peer_reviews") || user?.acting?.role !== "association") return <NoRight />;
	return (
		<>
			<PageHead
				title={t("peer.title")}
				lead={t("peer.lead")}
				above={
					<Link to="/my-training">
						<ChevronBack size={16} />
						{t("peer.back")}
					</Link>
				}
			/>
			<Stack>
				<section aria-label={t("peer.awaited")}>
					<Table
						written={false}
						empty={
							<Empty title={t("peer.none")}>
								<p>{t("peer.noneLead")}</p>
							</Empty>
						}
					/>
				</section>
				<details className={css.done} onToggle={() => setOpened(true)}>
					<summary>{t("peer.written")}</summary>
					{opened && <Table written empty={<p className="quiet">{t("peer.noneWritten")}</p>} />}
				</details>
			</Stack>
		</>
	);
}
