import { useTranslation } from "react-i18next";
import type { AssignmentRubric } from "@/api/gen/types.gen.ts";
import { Total } from "@/ui/total.tsx";
import { useWords } from "../use-words.ts";
import { LevelField } from "./level-field.tsx";
import css from "./rubric.module.css";
import { type Chosen, scoreOf } from "./score.ts";

interface Props {
	rubric: AssignmentRubric;
	chosen: Chosen;
	onChange: (chosen: Chosen) => void;
	/** Criteria that still need a level. */
	missing: readonly string[];
}

/** A level for each criterion, with what they come to as they are chosen. */
export function LevelsFields({ rubric, chosen, onChange, missing }: Props) {
	const { t } = useTranslation("assignments");
	const words = useWords();
	const score = scoreOf(rubric.criteria, chosen);
	return (
		<>
			<div>
				{rubric.criteria.map((criterion) => (
					<LevelField
						key={criterion.id}
						criterion={criterion}
						value={chosen[criterion.id]}
						onChange={(level) => onChange({ ...chosen, [criterion.id]: level })}
						error={missing.includes(criterion.id) ? t("rubric.choose") : undefined}
					/>
				))}
			</div>
			<Total label={t("rubric.total")}>
				{score === undefined ? (
					<span className={css.notYet}>{t("rubric.noTotal")}</span>
				) : (
					words.score(score)
				)}
			</Total>
		</>
	);
}
