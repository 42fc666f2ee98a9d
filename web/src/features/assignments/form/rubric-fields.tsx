import { useTranslation } from "react-i18next";
import { Notice } from "@/ui/notice.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card } from "@/ui/page.tsx";
import type { SectionOf } from "@/ui/section.ts";
import { CriterionFields } from "./criterion-fields.tsx";
import css from "./form.module.css";
import { type AssignmentTyped, newCriterion } from "./values.ts";

const MOST = 20;

interface Props extends SectionOf<AssignmentTyped> {
	/** Only the words change. */
	fixed: boolean;
}

/** What the work is assessed by. */
export function RubricFields({ typed, said, onChange, fixed }: Props) {
	const { t } = useTranslation("assignments");
	const wrong = said["/rubric/criteria"] ?? said["/rubric"];
	const setCriterion = (index: number, patch: Partial<AssignmentTyped["criteria"][number]>) =>
		onChange({
			criteria: typed.criteria.map((one, at) => (at === index ? { ...one, ...patch } : one)),
		});
	return (
		<Card title={t("rubric.title")}>
			{wrong && <Notice tone="bad" title={wrong} />}
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
					onChange={(criteria) => onChange({ criteria })}
					blank={() => newCriterion(typed.criteria)}
					legend={(row, index) => row.name.ar || t("form.criterionNumber", { number: index + 1 })}
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
	);
}
