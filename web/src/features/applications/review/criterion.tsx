import { useTranslation } from "react-i18next";
import type { CallCriterion } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { TapChoice } from "@/ui/tap-choice.tsx";
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
	const anchors = (criterion.anchors ?? []).toSorted((a, b) => b.points - a.points);
	const near = value === undefined ? undefined : reached(criterion, value);
	return (
		<TapChoice
			className={css.criterion}
			legend={
				<span className={css.name}>
					<bdi>{text(criterion.name)}</bdi>{" "}
					<span>{t("review.share", { share: number(share, { style: "percent" }) })}</span>
				</span>
			}
			row={css.scale}
			options={POINTS.map((points) => ({ value: points, label: String(points) }))}
			value={value}
			onChange={onChange}
			error={error}
			isDisabled={isDisabled}
		>
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
		</TapChoice>
	);
}
