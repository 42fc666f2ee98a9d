import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GradebookParticipant, LearningCertificate } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { CertificateStanding, useGradeWords } from "@/reference/grade-words.tsx";
import { gradebookQuery } from "@/reference/gradebook.ts";
import { useWilayas } from "@/reference/use-reference.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/page.tsx";
import { SlicedTable } from "@/ui/sliced-table.tsx";
import { IssueDialog } from "./issue-dialog.tsx";

/** Those who wait for their certificate come first. */
const ORDER: Readonly<Record<LearningCertificate, number>> = {
	due: 0,
	not_yet_known: 1,
	not_due: 2,
};
const inOrder = (rows: readonly GradebookParticipant[]) =>
	rows.toSorted((a, b) => ORDER[a.grade.certificate] - ORDER[b.grade.certificate]);

function Why({ row }: { row: GradebookParticipant }) {
	const { t } = useTranslation("certificates");
	const { why } = useGradeWords();
	const { conditions } = row.grade;
	if (conditions.length === 0) return t("desk.noConditions");
	return (
		<ul>
			{conditions.map((one) => (
				<li key={one.condition}>{why(one)}</li>
			))}
		</ul>
	);
}

interface Props {
	cohort: string;
	/** The reader organises the cohort. */
	runs: boolean;
	/** The reader’s own participants alone. */
	own: boolean;
}

/** Who holds no certificate, whether they are due one, and what is met and what not. */
export function Without({ cohort, runs, own }: Props) {
	const { t } = useTranslation("certificates");
	const { text } = useFormat();
	const wilayas = useWilayas();
	const user = useUser();
	const book = useQuery(gradebookQuery(cohort));
	const [issuing, setIssuing] = useState(false);
	const all = book.data?.participants ?? [];
	const rows = inOrder(all.filter(({ certified }) => !certified));
	const due = rows.filter(({ grade }) => grade.certificate === "due");
	const issues = runs && can(user, "issue_certificates");
	// To an association its certificates are what matters: nothing is said once all of them are there.
	if (own && book.isSuccess && rows.length === 0) return null;
	return (
		<Card
			title={t("desk.due")}
			actions={
				issues &&
				due.length > 0 && (
					<Button variant="primary" onPress={() => setIssuing(true)}>
						{t("desk.issue")}
					</Button>
				)
			}
		>
			<p className="quiet">{t(own ? "desk.dueLeadOwn" : "desk.dueLead")}</p>
			<Awaited list={book} />
			{issues && book.isSuccess && rows.length > 0 && (
				<p>
					<b>{due.length > 0 ? t("desk.toIssue", { count: due.length }) : t("desk.nothingDue")}</b>
				</p>
			)}
			{book.isSuccess && rows.length === 0 && (
				<p>{t(all.length > 0 ? "desk.none" : "desk.nobody")}</p>
			)}
			{rows.length > 0 && (
				<SlicedTable
					label={t("desk.due")}
					rows={rows}
					rowKey={(row) => row.enrolment_id}
					columns={[
						{
							id: "person",
							header: t("desk.person"),
							cell: (row) => (
								<>
									<bdi>{row.participant_name}</bdi>
									<br />
									<span className="quiet">
										<bdi>{text(row.association_name)}</bdi>
										{!own && ` (${wilayas.name(row.wilaya_code)})`}
									</span>
								</>
							),
						},
						{
							id: "standing",
							header: t("desk.standing"),
							cell: (row) => <CertificateStanding of={row} />,
						},
						{ id: "why", header: t("desk.why"), wide: true, cell: (row) => <Why row={row} /> },
					]}
				/>
			)}
			{issuing && <IssueDialog cohort={cohort} due={due} onClose={() => setIssuing(false)} />}
		</Card>
	);
}
