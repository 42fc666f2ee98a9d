import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Exam, ExamAttemptSummary } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { Card } from "@/ui/page.tsx";
import { AttemptBadge } from "../badges.tsx";
import { attemptsQuery } from "../queries.ts";
import type { Certified } from "../use-certified.ts";
import { useWords } from "../use-words.ts";
import { BeginDialog } from "./begin-dialog.tsx";

interface StepProps {
	exam: Exam;
	row: ExamAttemptSummary;
	certified: Certified;
	onBegin: () => void;
}

/** The way on with one participant: begin, resume, or read what came of it. */
function Step({ exam, row, certified, onBegin }: StepProps) {
	const { t } = useTranslation("exams");
	const user = useUser();
	const sits = can(user, "begin_exam_attempt");
	const holds = certified.has(row.enrolment_id);
	const word = (way: "begin" | "resume" | "read") => ({
		children: t(`attempts.${way}`),
		"aria-label": t("attempts.on", { way: t(`attempts.${way}`), name: row.participant_name }),
	});
	if (row.id) {
		const resumes = sits && !holds && row.state === "under_way";
		return (
			<Link
				to="/exam-attempts/$id"
				params={{ id: row.id }}
				className={buttonClass(resumes ? "primary" : "secondary", true)}
				{...word(resumes ? "resume" : "read")}
			/>
		);
	}
	if (!sits || !exam.open || certified.isLoading) return null;
	return holds ? (
		<span className="quiet">{t("attempts.certified")}</span>
	) : (
		<Button small variant="primary" onPress={onBegin} {...word("begin")} />
	);
}

/** Who sat a test and who did not: an association its own participants, those who teach all of them. */
export function Attempts({ exam, certified }: { exam: Exam; certified: Certified }) {
	const { t } = useTranslation("exams");
	const { text, number, dateTime } = useFormat();
	const { score } = useWords();
	const own = useUser()?.acting?.role === "association";
	const list = useQuery(attemptsQuery(exam.id));
	const [beginning, setBeginning] = useState<ExamAttemptSummary>();
	return (
		<Card title={t(own ? "attempts.own" : "attempts.title")}>
			<ListTable
				list={list}
				none={<p className="quiet">{t("attempts.none")}</p>}
				label={t("attempts.title")}
				rowKey={(row) => row.enrolment_id}
				columns={[
					{
						id: "name",
						header: t("attempts.person"),
						cell: (row) => (
							<>
								<b>
									<bdi>{row.participant_name}</bdi>
								</b>
								{!own && (
									<>
										<br />
										<span className="quiet">
											<bdi>{text(row.association_name)}</bdi>
										</span>
									</>
								)}
							</>
						),
					},
					{
						id: "state",
						header: t("attempt.state"),
						cell: (row) => <AttemptBadge state={row.state} />,
					},
					{
						id: "begun",
						header: t("attempt.begun"),
						cell: (row) =>
							row.begun_at && <time dateTime={row.begun_at}>{dateTime(row.begun_at)}</time>,
					},
					{
						id: "answered",
						header: t("attempt.answered"),
						cell: (row) =>
							row.id && (
								<span className="num">
									{t("attempt.of", {
										answered: number(row.answered),
										of: number(exam.questions),
									})}
								</span>
							),
					},
					{
						id: "score",
						header: t("result.title"),
						cell: (row) => row.score != null && <b className="num">{score(row.score)}</b>,
					},
					{
						id: "step",
						header: t("attempts.step"),
						bare: true,
						cell: (row) => (
							<Step exam={exam} row={row} certified={certified} onBegin={() => setBeginning(row)} />
						),
					},
				]}
			/>
			{beginning && (
				<BeginDialog exam={exam} row={beginning} onClose={() => setBeginning(undefined)} />
			)}
		</Card>
	);
}
