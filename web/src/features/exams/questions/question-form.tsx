import { useQuery } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionInput } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Fields, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import type { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { coursesQuery, modulesQuery } from "../queries.ts";
import { KINDS } from "../search.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { type QuestionFault, type QuestionTyped, questionFaults, toQuestion } from "./values.ts";

interface Props {
	typed: QuestionTyped;
	onChange: (typed: QuestionTyped) => void;
	action: ReturnType<typeof useAction>;
	submit: string;
	onSubmit: (input: QuestionInput) => void;
	/** The way out without saving. */
	cancel: ReactNode;
}

/** Everything that is written of a question. What is wrong stands at its field, whoever says so. */
export function QuestionForm({ typed, onChange, action, submit, onSubmit, cancel }: Props) {
	const { t } = useTranslation(["exams", "common"]);
	const { text } = useFormat();
	const courses = useQuery(coursesQuery);
	const modules = useQuery(modulesQuery(typed.course));
	const { form, count, said, check } = useFaults<QuestionFault>(action, (fault) =>
		t(`questionFault.${fault}`),
	);
	const set = (patch: Partial<QuestionTyped>) => onChange({ ...typed, ...patch });
	const send = (event: FormEvent) => {
		event.preventDefault();
		if (check(questionFaults(typed))) onSubmit(toQuestion(typed));
	};
	return (
		<form ref={form} onSubmit={send} noValidate>
			<Stack>
				{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
				{action.failed && <ProblemPanel error={action.error} />}
				<Card title={t("question.about")}>
					<Fields>
						<NativeSelect
							label={t("bank.course")}
							empty={t("choose")}
							options={(courses.data ?? []).map(({ id, name }) => ({ id, label: text(name) }))}
							value={typed.course}
							onChange={(course) => set({ course, module: null })}
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
							onChange={(module) => set({ module })}
							error={said["/module"]}
						/>
						<NativeSelect
							label={t("bank.kind")}
							options={KINDS.map((id) => ({ id, label: t(`questionKind.${id}`) }))}
							value={typed.kind}
							onChange={(id) => set({ kind: KINDS.find((one) => one === id) ?? "single" })}
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
							onChange={(points) => set({ points })}
							error={said["/points"]}
							isRequired
						/>
					</Fields>
					<TextInThree
						label={t("question.text")}
						value={typed.text}
						onChange={(names) => set({ text: names })}
						said={said}
						at="/text"
						isRequired
						multiline
						folded
					/>
				</Card>
				<AnswerFields typed={typed} onChange={set} said={said} />
				<Card title={t("question.explanation")}>
					<p className="quiet">{t("question.explanationLead")}</p>
					<TextInThree
						label={t("question.explanation")}
						value={typed.explanation}
						onChange={(explanation) => set({ explanation })}
						said={said}
						at="/explanation"
						multiline
						folded
					/>
				</Card>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{submit}
					</Button>
					{cancel}
				</Actions>
			</Stack>
		</form>
	);
}
