import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { CallCriterion } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import css from "./review.module.css";
import { POINTS, reached } from "./score.ts";

interface Props {
	criterion: CallCriterion;
	/** Its share of the total, from 0 to 1. */
	share: number;
	value: number | undefined;
	onChange: (points: number) => void;
	error: string | undefined;
	isDisabled: boolean;
}

/** Points from 0 to 10 for one criterion, as radio buttons: arrows move, and what points mean stands below. */
export function CriterionField({ criterion, share, value, onChange, error, isDisabled }: Props) {
	const { t } = useTranslation("applications");
	const { text, number } = useFormat();
	const id = useId();
	const name = text(criterion.name);
	const anchors = (criterion.anchors ?? []).toSorted((a, b) => b.points - a.points);
	const near = value === undefined ? undefined : reached(criterion, value);
	return (
		<fieldset
			className={css.criterion}
			data-wrong={error ? true : undefined}
			aria-describedby={error ? `${id}-error` : undefined}
			disabled={isDisabled}
		>
			<legend>
				<span className={css.name}>
					<bdi>{name}</bdi>{" "}
					<span>{t("review.share", { share: number(share, { style: "percent" }) })}</span>
				</span>
			</legend>
			<div className={css.scale}>
				{POINTS.map((points) => (
					<label key={points} className={css.point} data-on={points === value || undefined}>
						<input
							type="radio"
							name={id}
							value={points}
							checked={points === value}
							aria-invalid={error ? true : undefined}
							onChange={() => onChange(points)}
						/>
						{points}
					</label>
				))}
			</div>
			{error && (
				<span id={`${id}-error`} className={field.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
			{anchors.length > 0 && (
				<ul className={css.anchors}>
					{anchors.map((one) => (
						<li key={one.points} data-on={one === near || undefined}>
							<b className="num">{number(one.points)}</b>
							<bdi>{text(one.meaning)}</bdi>
						</li>
					))}
				</ul>
			)}
		</fieldset>
	);
}
