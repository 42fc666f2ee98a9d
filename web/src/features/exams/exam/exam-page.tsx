import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort, Exam } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { ExamBadge } from "../badges.tsx";
import { ExamFacts } from "../cohort/exam-facts.tsx";
import { Held } from "../held.tsx";
import { examQuery } from "../queries.ts";
import { useCertified } from "../use-certified.ts";
import { useLeads } from "../use-leads.ts";
import { useSeason } from "../use-words.ts";
import { Attempts } from "./attempts.tsx";
import { LeadActions } from "./lead-actions.tsx";
import { QuestionsCard } from "./questions-card.tsx";
import { StatisticsCard } from "./statistics-card.tsx";

/** What an association must know before it begins. */
function Lead({ exam }: { exam: Exam }) {
	const { t } = useTranslation("exams");
	const { dateTime } = useFormat();
	const season = useSeason()(exam);
	if (season === "ahead")
		return <Notice tone="info" title={t("exam.ahead", { at: dateTime(exam.opens_at) })} />;
	if (season === "closed") return <Notice tone="info" title={t("exam.closed")} />;
	return <p>{t("exam.lead")}</p>;
}

function OneExam({ exam: read, cohort }: { exam: Exam; cohort: Cohort }) {
	const { t } = useTranslation("exams");
	const user = useUser();
	const role = user?.acting?.role;
	const leads = useLeads()(cohort) && can(user, "update_exam");
	const certified = useCertified(
		cohort.id,
		(role === "association" && read.open) || (leads && read.editable),
	);
	const held = leads && read.editable && certified.some;
	const exam = { ...read, editable: read.editable && !held };
	const published = exam.status === "published";
	const readsAll = leads || role === "national" || role === "ministry";
	return (
		<>
			<CohortHead
				title={t(`kind.${exam.kind}`)}
				cohort={cohort}
				current="exams"
				actions={leads && exam.editable && <LeadActions exam={exam} />}
			/>
			<Stack>
				{held && <Held />}
				<Card title={t("exam.about")} actions={<ExamBadge exam={exam} />}>
					<ExamFacts exam={exam} />
					{role === "association" && !certified.all && <Lead exam={exam} />}
					{exam.seed != null && (
						<p className="quiet">
							{t("exam.seed")} <code dir="ltr">{exam.seed}</code>
						</p>
					)}
				</Card>
				{published && <Attempts exam={exam} certified={certified} />}
				{published && readsAll && can(user, "get_exam_statistics") && (
					<StatisticsCard exam={exam} />
				)}
				{leads && <QuestionsCard exam={exam} cohort={cohort} />}
			</Stack>
		</>
	);
}

/** One test: what it is, who sits it, and for those who teach its questions and what they tell. */
export function ExamPage() {
	const { id } = useParams({ from: "/exams/$id" });
	const allowed = can(useUser(), "get_exam");
	const exam = useQuery({ ...examQuery(id), enabled: allowed });
	const cohort = useQuery({
		...cohortQuery(exam.data?.cohort_id ?? ""),
		enabled: exam.isSuccess,
	});
	if (!allowed) return <NoRight />;
	for (const part of [exam, cohort]) {
		if (part.isError) return <FailedPage error={part.error} onRetry={() => void part.refetch()} />;
	}
	if (!exam.data || !cohort.data) return <Loading lines={6} />;
	return <OneExam exam={exam.data} cohort={cohort.data.data} />;
}
