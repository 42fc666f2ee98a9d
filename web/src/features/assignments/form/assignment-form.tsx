import { useQuery } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort, CohortAssignmentInput } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { MomentField } from "@/ui/moment-field.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card, Fields, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import type { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { modulesQuery } from "../queries.ts";
import { TOOLS } from "../tools.ts";
import { CriterionFields } from "./criterion-fields.tsx";
import css from "./form.module.css";
import {
	type AssignmentTyped,
	type Fault,
	faultsOf,
	newCriterion,
	ofModule,
	toInput,
} from "./values.ts";

const MOST = 20;

interface Props {
	cohort: Cohort;
	typed: AssignmentTyped;
	onChange: (typed: AssignmentTyped) => void;
	/** Work was handed in: neither the tool nor what it is assessed by changes. */
	fixed: boolean;
	action: ReturnType<typeof useAction>;
	submit: string;
	onSubmit: (input: CohortAssignmentInput) => void;
	/** The way out without saving. */
	cancel: ReactNode;
}

/** Everything that is written of an assignment. What is wrong stands at its field, whoever says so. */
export function AssignmentForm(props: Props) {
	const { cohort, typed, onChange, fixed, action, submit, onSubmit, cancel } = props;
	const { t } = useTranslation(["assignments", "common"]);
	const { text } = useFormat();
	const modules = useQuery(modulesQuery(cohort.course_id, cohort.course_number));
	const { form, count, said, check } = useFaults<Fault>(action, (fault) => t(`fault.${fault}`));
	const set = (patch: Partial<AssignmentTyped>) => onChange({ ...typed, ...patch });
	const setCriterion = (index: number, patch: Partial<AssignmentTyped["criteria"][number]>) =>
		set({
			criteria: typed.criteria.map((one, at) => (at === index ? { ...one, ...patch } : one)),
		});
	const send = (event: FormEvent) => {
		event.preventDefault();
		const input = toInput(typed);
		if (check(faultsOf(typed)) && input) onSubmit(input);
	};
	const rubricWrong = said["/rubric/criteria"] ?? said["/rubric"];
	return (
		<form ref={form} onSubmit={send} noValidate>
			<Stack>
				{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
				{action.failed && <ProblemPanel error={action.error} />}
				{fixed && <Notice tone="info" title={t("form.fixed")} />}
				<Card title={t("about.title")}>
					<NativeSelect
						label={t("moduleLabel")}
						note={t("common:state.optional")}
						hint={t("form.moduleHint")}
						empty={t("form.noModule")}
						options={(modules.data ?? []).map(({ code, title }) => ({
							id: code,
							label: text(title),
						}))}
						value={typed.module}
						onChange={(code) =>
							onChange(
								ofModule(
									typed,
									modules.data?.find((one) => one.code === code),
								),
							)
						}
						error={said["/module"]}
					/>
					<TextInThree
						label={t("form.name")}
						value={typed.name}
						onChange={(name) => set({ name })}
						said={said}
						at="/name"
						isRequired
						folded
					/>
					<TextInThree
						label={t("form.description")}
						value={typed.description}
						onChange={(description) => set({ description })}
						said={said}
						at="/description"
						multiline
						folded
					/>
					<NativeSelect
						label={t("toolLabel")}
						hint={t("form.toolHint")}
						empty={t("common:field.choose")}
						options={TOOLS.map((id) => ({ id, label: t(`tool.${id}`) }))}
						value={typed.tool}
						onChange={(id) => set({ tool: TOOLS.find((one) => one === id) ?? null })}
						error={said["/tool"]}
						isRequired
						isDisabled={fixed}
					/>
					<MomentField
						label={t("form.dueOn")}
						timeLabel={t("form.dueAt")}
						day={typed.dueOn}
						time={typed.dueAt}
						onDay={(dueOn) => set({ dueOn })}
						onTime={(dueAt) => set({ dueAt })}
						said={said}
						at="/due_at"
					/>
				</Card>
				<Card title={t("rubric.title")}>
					{rubricWrong && <Notice tone="bad" title={rubricWrong} />}
					{fixed ? (
						typed.criteria.map((row, index) => (
							<fieldset key={row.id} className={css.fixed}>
								<legend>{row.name.ar || t("form.criterionNumber", { number: index + 1 })}</legend>
								<CriterionFields
									criterion={row}
									onChange={(patch) => setCriterion(index, patch)}
									said={said}
									at={`/rubric/criteria/${index}`}
									fixed
								/>
							</fieldset>
						))
					) : (
						<OrderedRows
							lead={t("form.criteriaLead")}
							add={t("form.addCriterion")}
							rows={typed.criteria}
							onChange={(criteria) => set({ criteria })}
							blank={() => newCriterion(typed.criteria)}
							legend={(row, index) =>
								row.name.ar || t("form.criterionNumber", { number: index + 1 })
							}
							most={MOST}
						>
							{(row, index, change) => (
								<CriterionFields
									criterion={row}
									onChange={change}
									said={said}
									at={`/rubric/criteria/${index}`}
									fixed={false}
								/>
							)}
						</OrderedRows>
					)}
				</Card>
				{!fixed && (
					<Card title={t("about.peers")}>
						<Checkbox
							isSelected={typed.reviewed}
							onChange={(reviewed) => set({ reviewed })}
							hint={t("form.reviewedHint")}
						>
							{t("form.reviewed")}
						</Checkbox>
						{typed.reviewed && (
							<Fields>
								<NumberField
									label={t("form.reviews")}
									value={typed.reviews}
									onChange={(reviews) => set({ reviews })}
									error={said["/peer_reviews"]}
									isRequired
								/>
							</Fields>
						)}
					</Card>
				)}
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
