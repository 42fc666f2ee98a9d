import { useTranslation } from "react-i18next";
import type { CohortAssignment } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { withRow } from "@/ui/row-list.ts";
import css from "./gradebook.module.css";
import { keyOf, type PartTyped } from "./scheme-values.ts";

interface Props {
	parts: readonly PartTyped[];
	onChange: (parts: PartTyped[]) => void;
	assignments: readonly CohortAssignment[];
	said: (key: string, field: string) => string | undefined;
}

/** One weight for each thing that can be part of the grade. */
export function PartFields({ parts, onChange, assignments, said }: Props) {
	const { t } = useTranslation("gradebook");
	const { text } = useFormat();
	const nameOf = ({ source, assignment }: PartTyped) => {
		const found = assignments.find(({ id }) => id === assignment);
		return t(`scheme.source.${source}`, { name: text(found?.name) });
	};
	return (
		<fieldset className={css.group}>
			<legend>{t("scheme.parts")}</legend>
			<p className="quiet">{t("scheme.partsLead")}</p>
			<div className={css.parts}>
				{parts.map((part, index) => {
					const key = keyOf(part);
					const name = nameOf(part);
					return (
						<div key={key} className={css.part}>
							<NumberField
								label={name}
								value={part.weight}
								onChange={(weight) => onChange(withRow(parts, index, { weight }))}
								error={said(key, "weight")}
							/>
							{part.source === "peer_review" && part.weight !== null && (
								<NumberField
									label={t("scheme.leastReviews", { name })}
									hint={t("scheme.leastReviewsHint")}
									value={part.leastReviews}
									onChange={(leastReviews) => onChange(withRow(parts, index, { leastReviews }))}
									error={said(key, "least_reviews")}
								/>
							)}
						</div>
					);
				})}
			</div>
		</fieldset>
	);
}
