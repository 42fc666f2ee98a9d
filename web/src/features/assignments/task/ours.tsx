import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort, CohortAssignment, SubmissionSummary } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import { useNow } from "@/ui/use-now.ts";
import { WorkBadge } from "../state-badge.tsx";
import { isOver } from "../use-leads.ts";
import { useWords } from "../use-words.ts";
import { HandIn } from "./hand-in.tsx";
import { isOpen } from "./next.ts";
import css from "./task.module.css";

interface Props {
	task: CohortAssignment;
	cohort: Cohort;
	list: UseQueryResult<SubmissionSummary[]>;
}

/** The work of one’s association: where each participant stands, and handing in. */
export function Ours({ task, cohort, list }: Props) {
	const { t } = useTranslation("assignments");
	const words = useWords();
	const user = useUser();
	const due = Date.parse(task.due_at) < useNow();
	const rows = list.data ?? [];
	const open = rows.filter(isOpen);
	const over = isOver(cohort);
	return (
		<>
			<Card title={t("ours.title")}>
				<Awaited list={list} none={<p className="quiet">{t("ours.none")}</p>} />
				<ul className={css.ours}>
					{rows.map((row) => (
						<li key={row.enrolment_id}>
							<b>
								<bdi>{row.participant_name}</bdi>
							</b>
							<span>
								<WorkBadge status={row.status} late={row.late} />
							</span>
							{row.score != null && <b>{words.score(row.score)}</b>}
							{row.id && (
								<Link
									to="/submissions/$id"
									params={{ id: row.id }}
									aria-label={t("ours.openOf", { name: row.participant_name })}
								>
									{t("ours.open")}
								</Link>
							)}
						</li>
					))}
				</ul>
				{(task.peer_reviews ?? 0) > 0 && can(user, "list_peer_reviews") && (
					<div>
						<Link to="/peer-reviews" className={buttonClass("secondary", true)}>
							{t("peer.title")}
						</Link>
					</div>
				)}
			</Card>
			{over && <Notice tone="info" title={t("over")} />}
			{!over && open.length > 0 && can(user, "hand_in_assignment") && (
				<Card title={t("handIn.title")}>
					{due && <Notice tone="warn" title={t("handIn.late")} />}
					<HandIn
						assignment={task.id}
						tool={task.tool}
						participants={open}
						again={open.every((one) => one.status)}
					/>
				</Card>
			)}
		</>
	);
}
