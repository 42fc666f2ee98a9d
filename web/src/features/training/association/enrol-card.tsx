import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { CohortDesks } from "@/reference/cohort-desks.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { enrolmentsQuery } from "../desk/queries.ts";
import { EnrolDialog } from "../participants/enrol-dialog.tsx";
import { RowActions } from "../participants/row-actions.tsx";
import { Standing } from "../participants/standing.tsx";
import css from "../training.module.css";
import { EvaluationLink } from "./evaluation-link.tsx";

/** What an association has in a cohort: its participants, and the way to enrol one more while that is open to it. */
export function EnrolCard({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("training");
	const user = useUser();
	const list = useQuery(enrolmentsQuery(cohort.id, undefined, undefined));
	const [enrolling, setEnrolling] = useState(false);
	const rows = list.data?.items ?? [];
	const opens = cohort.open && cohort.self_enrolment && can(user, "enrol_participant");
	if (!opens && list.isSuccess && rows.length === 0) return null;
	const over = cohort.status === "closed" || cohort.status === "cancelled";
	return (
		<Card
			title={t("mine.title")}
			actions={
				opens && (
					<Button variant="primary" onPress={() => setEnrolling(true)}>
						<Plus />
						{t("enrol.title")}
					</Button>
				)
			}
		>
			<Awaited list={list} />
			{rows.length > 0 && <CohortDesks cohort={cohort.id} />}
			{list.isSuccess && rows.length === 0 && (
				<p className="quiet">
					{t(cohort.approval === "nobody" ? "mine.noneOpen" : "mine.noneAsked")}
				</p>
			)}
			<ul className={css.steps}>
				{rows.map((row) => (
					<li key={row.id}>
						<b>
							<bdi>{row.participant.name}</bdi>
						</b>
						<span>
							<Standing row={row} quotas={cohort.quotas ?? []} />
						</span>
						{row.online_url && (
							<a href={row.online_url} rel="noreferrer">
								{t("ours.online")}
							</a>
						)}
						<EvaluationLink row={row} />
						<RowActions row={row} over={over} own />
					</li>
				))}
			</ul>
			{enrolling && (
				<EnrolDialog cohort={cohort} nominates={undefined} onClose={() => setEnrolling(false)} />
			)}
		</Card>
	);
}
