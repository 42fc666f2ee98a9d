import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { QuestionInput } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EditorForm, type EditorProps } from "@/ui/editor-form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import type { SectionOf } from "@/ui/section.ts";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import { coursesQuery, modulesQuery } from "../queries.ts";
import { KINDS } from "../search.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { type QuestionTyped, questionFaults, toQuestion } from "./values.ts";

/** What is asked, where, and what it is worth. */
function About({ typed, onChange, said }: SectionOf<QuestionTyped>) {
	const { t } = useTranslation(["exams", "common"]);
	const { text } = useFormat();
	const courses = useQuery(coursesQuery);
	const modules = useQuery(modulesQuery(typed.course));
	return (
		<Card title={t("question.about")}>
			<Fields>
				<NativeSelect
					label={t("bank.course")}
					empty={t("choose")}
					options={(courses.data ?? []).map(({ id, name }) => ({ id, label: text(name) }))}
					value={typed.course}
					onChange={(course) => onChange({ course, module: null })}
					error={said["/course_id"]}
					isRequired
				/>
				<NativeSelect
					label={t("bank.module")}
					note={t("common:state.optional")}
					empty={t("question.noModule")}
					options={(modules.data ?? []).map(({ code, title }) => ({
						id: code,
						label: text(title),
					}))}
					value={typed.module}
					onChange={(module) => onChange({ module })}
					error={said["/module"]}
				/>
				<NativeSelect
					label={t("bank.kind")}
					options={KINDS.map((id) => ({ id, label: t(`questionKind.${id}`) }))}
					value={typed.kind}
					onChange={(id) => onChange({ kind: KINDS.find((one) => one === id) ?? "single" })}
					error={said["/kind"]}
					isRequired
				/>
				<TextField
					label={t("question.points")}
					hint={t("question.pointsHint")}
					dir="ltr"
					inputMode="decimal"
					autoComplete="off"
					value={typed.points}
					onChange={(points) => onChange({ points })}
					error={said["/points"]}
					isRequired
				/>
			</Fields>
			<TextInThree
				label={t("question.text")}
				value={typed.text}
				onChange={(names) => onChange({ text: names })}
				said={said}
				at="/text"
				isRequired
				multiline
				folded
			/>
		</Card>
	);
}

/** Everything that is written of a question. */
export function QuestionForm(props: EditorProps<QuestionTyped, QuestionInput>) {
	const { t } = useTranslation("exams");
	return (
		<EditorForm
			{...props}
			faultsOf={questionFaults}
			words={(fault) => t(`questionFault.${fault}`)}
			toInput={toQuestion}
		>
			{(section) => {
				const { typed, said, onChange } = section;
				return (
					<>
						<About {...section} />
						<AnswerFields {...section} />
						<Card title={t("question.explanation")}>
							<p className="quiet">{t("question.explanationLead")}</p>
							<TextInThree
								label={t("question.explanation")}
								value={typed.explanation}
								onChange={(explanation) => onChange({ explanation })}
								said={said}
								at="/explanation"
								multiline
								folded
							/>
						</Card>
					</>
				);
			}}
		</EditorForm>
	);
}
