import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { AssignmentCriterion } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import css from "./rubric.module.css";

interface Props {
	criterion: AssignmentCriterion;
	value: string | undefined;
	onChange: (level: string) => void;
	error: string | undefined;
}

/** The levels of one criterion as radio buttons: the arrows move, and each says what it means and earns. */
export function LevelField({ criterion, value, onChange, error }: Props) {
	const { t } = useTranslation("assignments");
	const { text } = useFormat();
	const id = useId();
	return (
		<fieldset className={css.criterion} aria-describedby={error ? `${id}-error` : undefined}>
			<legend>
				<b>
					<bdi>{text(criterion.name)}</bdi>
				</b>
			</legend>
			<div className={css.levels}>
				{criterion.levels.map((level) => (
					<label key={level.id} className={css.level} data-on={level.id === value || undefined}>
						<input
							type="radio"
							name={id}
							value={level.id}
							checked={level.id === value}
							aria-invalid={error ? true : undefined}
							onChange={() => onChange(level.id)}
						/>
						<bdi>{text(level.name)}</bdi>
						<span className={css.points}>{t("points", { count: level.points })}</span>
					</label>
				))}
			</div>
			{error && (
				<span id={`${id}-error`} className={field.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
		</fieldset>
	);
}
