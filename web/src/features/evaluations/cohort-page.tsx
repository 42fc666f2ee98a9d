import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CohortEvaluation, EvaluationResult } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { Asking } from "./asking.tsx";
import { resultsQuery } from "./queries.ts";
import { Results } from "./results.tsx";
import { RoundBadge } from "./round-badge.tsx";

/** Why nothing of a round is shown. */
function Kept({ result, least }: { result: EvaluationResult; least: number }) {
	const { t } = useTranslation("evaluations");
	const { date } = useFormat();
	if (result.state === "upcoming")
		return <p className="quiet">{t("withheld.upcoming", { day: date(result.opens_on) })}</p>;
	if (result.withheld === "too_few")
		return (
			<Notice tone="info" title={t("withheld.scarce")}>
				<p>{t("withheld.scarceLead", { count: least })}</p>
			</Notice>
		);
	return (
		<Notice tone="info" title={t("withheld.not_over")}>
			<p>{t("withheld.not_overLead", { day: date(result.closes_on) })}</p>
		</Notice>
	);
}

function Round({ of, result }: { of: CohortEvaluation; result: EvaluationResult }) {
	const { t } = useTranslation("evaluations");
	const { dateRange, dateTime } = useFormat();
	const { answered, participants, asked_at: asked } = result;
	const open = result.state === "open" && answered < participants;
	const asks = can(useUser(), "request_evaluations") && of.may_ask && open;
	return (
		<Card title={t(`round.${result.round}`)} actions={<RoundBadge state={result.state} />}>
			<Facts
				items={[
					{ label: t("desk.days"), value: dateRange(result.opens_on, result.closes_on) },
					{ label: t("desk.answered"), value: t("desk.of", { answered, participants }) },
					{ label: t("desk.asked"), value: asked ? dateTime(asked) : t("desk.neverAsked") },
				]}
			/>
			{asks && <Asking cohort={of.cohort_id} round={result.round} />}
			{result.withheld ? (
				<Kept result={result} least={of.least_shown} />
			) : (
				<Results result={result} />
			)}
		</Card>
	);
}

/** What the participants of a cohort think, round by round, and the way to ask those who have not said. */
export function CohortEvaluationPage() {
	const { t } = useTranslation("evaluations");
	const { id } = useParams({ from: "/cohorts/$id/evaluation" });
	const allowed = can(useUser(), "get_cohort_evaluation");
	const found = useQuery({ ...resultsQuery(id), enabled: allowed });
	// That it was called off is said by the cohort alone.
	const cohort = useQuery({ ...cohortQuery(id), enabled: allowed });
	if (!allowed) return <NoRight />;
	const failed = [found, cohort].find((one) => one.isError);
	if (failed) return <FailedPage error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!found.data || !cohort.data) return <Loading lines={8} />;
	const results = found.data;
	return (
		<>
			<CohortHead title={t("desk.title")} cohort={cohort.data.data} current="evaluation" />
			<Stack>
				<p className="quiet">{t("desk.lead")}</p>
				{results.rounds.map((one) => (
					<Round key={one.round} of={results} result={one} />
				))}
			</Stack>
		</>
	);
}
