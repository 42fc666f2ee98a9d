import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Cohort, type Exam, ExamKind } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { Empty, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { ExamBadge } from "../badges.tsx";
import { Held } from "../held.tsx";
import { examsQuery } from "../queries.ts";
import { useCertified } from "../use-certified.ts";
import { useLeads } from "../use-leads.ts";
import css from "./cohort.module.css";
import { ExamDialog } from "./exam-dialog.tsx";
import { ExamFacts } from "./exam-facts.tsx";
import { OwnStanding } from "./own-standing.tsx";

function ExamCard({ exam, own, sits }: { exam: Exam; own: boolean; sits: boolean }) {
	const { t } = useTranslation("exams");
	const name = t(`kind.${exam.kind}`);
	return (
		<Card title={name} actions={<ExamBadge exam={exam} />}>
			<ExamFacts exam={exam} />
			{own ? (
				<OwnStanding exam={exam.id} />
			) : (
				exam.status === "published" && <p>{t("exam.begun", { count: exam.begun })}</p>
			)}
			<Row>
				<Link
					to="/exams/$id"
					params={{ id: exam.id }}
					className={buttonClass(exam.open && sits ? "primary" : "secondary")}
					aria-label={t("exam.openOf", { exam: name })}
				>
					{t(exam.open && sits ? "exam.sit" : "exam.details")}
				</Link>
			</Row>
		</Card>
	);
}

function Exams({ cohort, exams }: { cohort: Cohort; exams: readonly Exam[] }) {
	const { t } = useTranslation("exams");
	const user = useUser();
	const navigate = useNavigate();
	const [making, setMaking] = useState(false);
	const over = cohort.status === "closed" || cohort.status === "cancelled";
	const leads = useLeads()(cohort) && can(user, "create_exam");
	const missing = Object.values(ExamKind).filter((kind) => !exams.some((one) => one.kind === kind));
	const makes = leads && !over && missing.length > 0;
	const own = user?.acting?.role === "association";
	const certified = useCertified(cohort.id, makes || (own && exams.some(({ open }) => open)));
	return (
		<>
			<CohortHead
				title={t("title")}
				cohort={cohort}
				current="exams"
				actions={
					leads && (
						<>
							<Link
								to="/questions"
								search={{ course: cohort.course_id, cohort: cohort.id }}
								className={buttonClass("secondary")}
							>
								{t("bank.title")}
							</Link>
							{makes && !certified.some && (
								<Button variant="primary" onPress={() => setMaking(true)}>
									<Plus />
									{t("exam.new")}
								</Button>
							)}
						</>
					)
				}
			/>
			{makes && certified.some && <Held />}
			{exams.length === 0 && (
				<Empty title={t("exams.none")}>
					<p>{t(leads ? "exams.noneLeads" : "exams.noneOthers")}</p>
				</Empty>
			)}
			<div className={css.exams}>
				{exams.map((exam) => (
					<ExamCard
						key={exam.id}
						exam={exam}
						own={own}
						sits={own && !certified.isLoading && !certified.all}
					/>
				))}
			</div>
			{making && (
				<ExamDialog
					cohort={cohort.id}
					kinds={missing}
					onClose={() => setMaking(false)}
					onDone={({ id }) => void navigate({ to: "/exams/$id", params: { id } })}
				/>
			)}
		</>
	);
}

/** The tests before and after the course of a cohort. */
export function CohortExamsPage() {
	const { id } = useParams({ from: "/cohorts/$id/exams" });
	const allowed = can(useUser(), "list_exams");
	const cohort = useQuery({ ...cohortQuery(id), enabled: allowed });
	const exams = useQuery({ ...examsQuery(id), enabled: allowed });
	if (!allowed) return <NoRight />;
	for (const part of [exams, cohort]) {
		if (part.isError) return <FailedPage error={part.error} onRetry={() => void part.refetch()} />;
	}
	if (!cohort.data || !exams.data) return <Loading lines={6} />;
	return <Exams cohort={cohort.data.data} exams={exams.data} />;
}
