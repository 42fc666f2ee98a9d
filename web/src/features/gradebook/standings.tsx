import { useTranslation } from "react-i18next";
import type { CohortGradebook, GradebookParticipant } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { CertificateStanding, useGradeWords } from "@/reference/grade-words.tsx";
import { Badge } from "@/ui/badge.tsx";
import { SlicedTable } from "@/ui/sliced-table.tsx";
import { Person } from "./person.tsx";

/** What lacks of somebody, part by part, and each condition that is not met. */
function Lacks({ row, book }: { row: GradebookParticipant; book: CohortGradebook }) {
	const { t } = useTranslation("gradebook");
	const { text } = useFormat();
	const { missing, why } = useGradeWords();
	const parts = row.grade.parts.flatMap((part, index) => {
		const column = book.parts[index];
		// Sessions that are still to come are nobody’s debt.
		return part.missing && part.missing.what !== "sessions" && column
			? [t("lacks", { name: text(column.name), what: missing(part.missing) })]
			: [];
	});
	const unmet = row.grade.conditions.filter(({ state }) => state !== "met").map(why);
	const all = [...unmet, ...parts];
	if (all.length === 0) return t("lacksNothing");
	return (
		<ul>
			{all.map((one) => (
				<li key={one}>{one}</li>
			))}
		</ul>
	);
}

interface Props {
	book: CohortGradebook;
	inDanger: ReadonlySet<string>;
}

/** Where each participant stands; those in danger first. */
export function Standings({ book, inDanger }: Props) {
	const { t } = useTranslation("gradebook");
	const danger = (row: GradebookParticipant) => inDanger.has(row.enrolment_id);
	const rows = book.participants.toSorted((a, b) => Number(danger(b)) - Number(danger(a)));
	if (rows.length === 0) return <p>{t("none")}</p>;
	return (
		<SlicedTable
			label={t("progress.standings")}
			rows={rows}
			rowKey={(row) => row.enrolment_id}
			columns={[
				{ id: "person", header: t("person"), cell: (row) => <Person of={row} /> },
				{
					id: "danger",
					header: t("progress.standing"),
					cell: (row) => (
						<Badge tone={danger(row) ? "bad" : "good"}>
							{t(danger(row) ? "progress.danger" : "progress.onTheWay")}
						</Badge>
					),
				},
				{
					id: "certificate",
					header: t("certificate"),
					cell: (row) => <CertificateStanding of={row} />,
				},
				{
					id: "lacks",
					header: t("progress.lacks"),
					wide: true,
					cell: (row) => <Lacks row={row} book={book} />,
				},
			]}
		/>
	);
}
