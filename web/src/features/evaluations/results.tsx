import { useTranslation } from "react-i18next";
import type { CourseUseFigures, EvaluationResult, JudgementFigures } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useToolName } from "@/reference/use-tool-name.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { Facts } from "@/ui/page.tsx";
import { FREQUENCIES, QUESTIONS } from "./answer.ts";
import css from "./evaluations.module.css";

/** Full marks, in thousandths as means are. */
const FULL = 5000;

/** A mean as a bar; the figure stands beside it. */
function Bar({ mean }: { mean: number }) {
	const { dir } = useFormat();
	const width = (mean / FULL) * 100;
	return (
		<svg className={css.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
			<rect width="100" height="4" fill="var(--line)" />
			<rect x={dir === "rtl" ? 100 - width : 0} width={width} height="4" fill="var(--series-1)" />
		</svg>
	);
}

function Means({ figures, answered }: { figures: JudgementFigures; answered: number }) {
	const { t } = useTranslation("evaluations");
	const { number } = useFormat();
	const mean = (thousandths: number) =>
		t("result.of5", {
			mean: number(thousandths / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
		});
	return (
		<>
			<h3>{t("result.means")}</h3>
			<dl className={css.means}>
				{QUESTIONS.map((one) => (
					<div key={one}>
						<dt>{t(`result.${one}`)}</dt>
						<dd>
							<span className="num">{mean(figures[one])}</span>
							<Bar mean={figures[one]} />
						</dd>
					</div>
				))}
			</dl>
			<Facts
				items={[
					{
						label: t("result.recommend"),
						value: t("desk.of", { answered: figures.would_recommend, participants: answered }),
					},
				]}
			/>
		</>
	);
}

function Use({ figures, answered }: { figures: CourseUseFigures; answered: number }) {
	const { t } = useTranslation("evaluations");
	const { number } = useFormat();
	const name = useToolName();
	return (
		<>
			{figures.tools.length > 0 && (
				<>
					<h3>{t("result.tools")}</h3>
					<DataTable
						label={t("result.tools")}
						rows={figures.tools}
						rowKey={({ tool }) => tool}
						compared
						columns={[
							{ id: "tool", header: t("result.tool"), cell: ({ tool }) => name(tool) },
							...FREQUENCIES.map((one) => ({
								id: one,
								header: t(`frequency.${one}`),
								numeric: true,
								cell: (row: CourseUseFigures["tools"][number]) => number(row[one]),
							})),
						]}
					/>
				</>
			)}
			<h3>{t("result.since")}</h3>
			<Facts
				items={[
					{
						label: t("result.projects"),
						value: t("result.by", {
							total: figures.projects_begun,
							count: figures.with_projects,
							answered,
						}),
					},
					{
						label: t("result.partnerships"),
						value: t("result.by", {
							total: figures.partnerships_signed,
							count: figures.with_partnerships,
							answered,
						}),
					},
				]}
			/>
		</>
	);
}

/** What was said in a round, together. */
export function Results({ result }: { result: EvaluationResult }) {
	const { t } = useTranslation("evaluations");
	const { judgement, course_use: use, comments, answered } = result;
	return (
		<>
			{judgement && <Means figures={judgement} answered={answered} />}
			{use && <Use figures={use} answered={answered} />}
			<h3>{t("result.comments")}</h3>
			{comments.length === 0 ? (
				<p className="quiet">{t("result.noComments")}</p>
			) : (
				<ul className={css.comments}>
					{comments.map((comment, place) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: comments are nobody’s and have nothing else
						<li key={place} dir="auto">
							{comment}
						</li>
					))}
				</ul>
			)}
		</>
	);
}
