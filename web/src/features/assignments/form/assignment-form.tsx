import { useTranslation } from "react-i18next";
import type { Cohort, CohortAssignmentInput } from "@/api/gen/types.gen.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { EditorForm, type EditorProps } from "@/ui/editor-form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import { AboutFields } from "./about-fields.tsx";
import { RubricFields } from "./rubric-fields.tsx";
import { type AssignmentTyped, faultsOf, toInput } from "./values.ts";

interface Props extends EditorProps<AssignmentTyped, CohortAssignmentInput> {
	cohort: Cohort;
	/** Work was handed in: neither the tool nor what it is assessed by changes. */
	fixed: boolean;
}

/** Everything that is written of an assignment. */
export function AssignmentForm({ cohort, fixed, ...props }: Props) {
	const { t } = useTranslation("assignments");
	return (
		<EditorForm
			{...props}
			faultsOf={faultsOf}
			words={(fault) => t(`fault.${fault}`)}
			toInput={toInput}
		>
			{(section) => {
				const { typed, said, onChange } = section;
				return (
					<>
						{fixed && <Notice tone="info" title={t("form.fixed")} />}
						<AboutFields {...section} cohort={cohort} fixed={fixed} />
						<RubricFields {...section} fixed={fixed} />
						{!fixed && (
							<Card title={t("about.peers")}>
								<Checkbox
									isSelected={typed.reviewed}
									onChange={(reviewed) => onChange({ reviewed })}
									hint={t("form.reviewedHint")}
								>
									{t("form.reviewed")}
								</Checkbox>
								{typed.reviewed && (
									<Fields>
										<NumberField
											label={t("form.reviews")}
											value={typed.reviews}
											onChange={(reviews) => onChange({ reviews })}
											error={said["/peer_reviews"]}
											isRequired
										/>
									</Fields>
								)}
							</Card>
						)}
					</>
				);
			}}
		</EditorForm>
	);
}
