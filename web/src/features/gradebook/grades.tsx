import { useTranslation } from "react-i18next";
import type {
	CohortGradebook,
	GradebookParticipant,
	LearningConditionResult,
	LearningConditionState,
	LearningPartGrade,
} from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { CertificateStanding, useGradeWords } from "@/reference/grade-words.tsx";
import { Badge, type Tone } from "@/ui/badge.tsx";
import type { Column } from "@/ui/data-table.tsx";
import { Stack } from "@/ui/page.tsx";
import { SlicedTable } from "@/ui/sliced-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { Person } from "./person.tsx";

const ALL = 10_000;
const TONE: Readonly<Record<LearningConditionState, Tone>> = {
	met: "good",
	unmet: "bad",
	not_yet_known: "wait",
};

/** The score of a part; while it is not known, what it can still be and what lacks. */
function Score({ part }: { part: LearningPartGrade | undefined }) {
	const { t } = useTranslation("gradebook");
	const { score, missing } = useGradeWords();
	if (!part) return null;
	const between = part.least > 0 || part.most < ALL;
	return (
		<>
			{part.score != null && <b className="num">{score(part.score)}</b>}
			{part.score == null && between && (
				<span className="num">
					{t("between", { from: score(part.least), to: score(part.most) })}
				</span>
			)}
			{part.missing && (
				<>
					{(part.score != null || between) && <br />}
					<span className="quiet">{missing(part.missing)}</span>
				</>
			)}
		</>
	);
}

/** The grade, or what the known parts come to. */
function Grade({ row }: { row: GradebookParticipant }) {
	const { t } = useTranslation("gradebook");
	const { score } = useGradeWords();
	const { grade, so_far: soFar } = row.grade;
	if (grade != null) return <b className="num">{score(grade)}</b>;
	if (soFar == null) return <span className="quiet">{t("noGrade")}</span>;
	return <span className="num">{t("soFar", { score: score(soFar) })}</span>;
}

function Condition({ of }: { of: LearningConditionResult | undefined }) {
	const { t } = useTranslation(["gradebook", "grades"]);
	const { figure } = useGradeWords();
	if (!of) return null;
	return (
		<>
			<Badge tone={TONE[of.state]}>{t(`grades:conditionState.${of.state}`)}</Badge>
			{of.condition !== "evaluation" && (
				<>
					<br />
					<span className="quiet num">
						{t("ofWanted", {
							reached: figure(of.condition, of.reached),
							wanted: figure(of.condition, of.wanted),
						})}
					</span>
				</>
			)}
		</>
	);
}

interface Props {
	book: CohortGradebook;
	/** An association’s few: on a phone each is read from top to bottom; those of a whole cohort are compared. */
	own: boolean;
}

/** Participants beside attendance, tests, assignments, the grade and what a certificate asks for. */
export function Grades({ book, own }: Props) {
	const { t } = useTranslation(["gradebook", "grades"]);
	const { text } = useFormat();
	const { score } = useGradeWords();
	const { participants, parts, known, mean, closed } = book;
	if (participants.length === 0) {
		return (
			<Empty title={t("none")}>
				<p>{t("noneLead")}</p>
			</Empty>
		);
	}
	// The scheme asks the same of everybody.
	const asked = participants[0]?.grade.conditions ?? [];
	const columns: Column<GradebookParticipant>[] = [
		{ id: "person", header: t("person"), cell: (row) => <Person of={row} /> },
		...parts.map((part, index) => ({
			id: part.id,
			header: t(part.weight > 0 ? "part" : "partWithout", {
				name: text(part.name),
				weight: part.weight,
			}),
			cell: (row: GradebookParticipant) => <Score part={row.grade.parts[index]} />,
		})),
		{ id: "grade", header: t("grade"), cell: (row) => <Grade row={row} /> },
		...asked.map(({ condition }, index) => ({
			id: condition,
			header: t("asks", { condition: t(`grades:condition.${condition}`) }),
			cell: (row: GradebookParticipant) => <Condition of={row.grade.conditions[index]} />,
		})),
		{
			id: "certificate",
			header: t("certificate"),
			cell: (row) => <CertificateStanding of={row} />,
		},
	];
	return (
		<Stack>
			<p className="quiet">{t(closed ? "leadClosed" : "lead")}</p>
			<p>
				{t("known", { known, all: participants.length })}
				{mean != null && ` ${t("mean", { mean: score(mean) })}`}
			</p>
			<SlicedTable
				label={t("tabs.grades")}
				rows={participants}
				rowKey={(row) => row.enrolment_id}
				columns={columns}
				compared={!own}
				pinned={!own}
			/>
		</Stack>
	);
}
