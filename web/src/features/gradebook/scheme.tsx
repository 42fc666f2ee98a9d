import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CohortGradebook, GradeScheme } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useGradeWords } from "@/reference/grade-words.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Edit } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { schemeQuery } from "./queries.ts";
import { SchemeForm } from "./scheme-form.tsx";

/** The parts of the grade with what each weighs, and how many scores are known. */
function Parts({ book }: { book: CohortGradebook }) {
	const { t } = useTranslation("gradebook");
	const { text, number } = useFormat();
	const { score, share } = useGradeWords();
	const whole = book.parts.reduce((sum, { weight }) => sum + weight, 0);
	return (
		<DataTable
			label={t("scheme.parts")}
			rows={book.parts}
			rowKey={(row) => row.id}
			columns={[
				{ id: "name", header: t("scheme.part"), cell: (row) => <bdi>{text(row.name)}</bdi> },
				{
					id: "weight",
					header: t("scheme.weight"),
					numeric: true,
					cell: (row) => number(row.weight),
				},
				{
					id: "share",
					header: t("scheme.share"),
					numeric: true,
					cell: (row) =>
						row.weight > 0 ? share((row.weight / whole) * 10_000) : t("scheme.outside"),
				},
				{
					id: "known",
					header: t("scheme.known"),
					numeric: true,
					cell: (row) => number(row.known),
				},
				{
					id: "mean",
					header: t("progress.mean"),
					numeric: true,
					cell: (row) => (row.mean == null ? "—" : score(row.mean)),
				},
			]}
		/>
	);
}

function Conditions({ scheme }: { scheme: GradeScheme }) {
	const { t } = useTranslation("gradebook");
	const { score, share } = useGradeWords();
	const asked = scheme.certificate ?? {};
	const { assignments_accepted: accepted } = asked;
	const said = [
		asked.least_attendance != null &&
			t("scheme.asks.attendance", { share: share(asked.least_attendance) }),
		asked.least_test_after != null &&
			t("scheme.asks.testAfter", { score: score(asked.least_test_after) }),
		asked.least_grade != null && t("scheme.asks.grade", { score: score(asked.least_grade) }),
		accepted === "all" && t("scheme.asks.all"),
		accepted != null && accepted !== "all" && t("scheme.asks.some", { some: accepted.at_least }),
		asked.evaluation && t("scheme.asks.evaluation"),
	].filter((one) => typeof one === "string");
	if (said.length === 0) return <p>{t("scheme.asks.nothing")}</p>;
	return (
		<ul>
			{said.map((one) => (
				<li key={one}>{one}</li>
			))}
		</ul>
	);
}

/** What a cohort is graded by and what its certificate asks for; whoever may writes it. */
export function Scheme({ book }: { book: CohortGradebook }) {
	const { t } = useTranslation("gradebook");
	const found = useQuery(schemeQuery(book.cohort_id));
	const [writing, setWriting] = useState(false);
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	const scheme = found.data.data;
	if (writing) return <SchemeForm scheme={scheme} onClose={() => setWriting(false)} />;
	return (
		<Stack>
			{scheme.certified && (
				<Notice tone="info" title={t("scheme.held")}>
					<p>{t("scheme.heldLead")}</p>
				</Notice>
			)}
			<Card
				title={t("scheme.title")}
				actions={
					scheme.editable && (
						<Button onPress={() => setWriting(true)}>
							<Edit size={16} />
							{t("scheme.change")}
						</Button>
					)
				}
			>
				<p className="quiet">{t(scheme.usual ? "scheme.usual" : "scheme.written")}</p>
				<Parts book={book} />
			</Card>
			<Card title={t("scheme.conditions")}>
				<Conditions scheme={scheme} />
			</Card>
		</Stack>
	);
}
