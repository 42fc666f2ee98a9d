import { useTranslation } from "react-i18next";
import type { AssignmentRubric } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Check } from "@/ui/icons.tsx";
import css from "./rubric.module.css";
import type { Chosen } from "./score.ts";

interface Props {
	rubric: AssignmentRubric;
	/** The levels given; without them the rubric stands for itself. */
	given?: Chosen;
}

/** A rubric to read: each criterion with its levels, and which was given. */
export function RubricList({ rubric, given }: Props) {
	const { t } = useTranslation("assignments");
	const { text } = useFormat();
	return (
		<ul>
			{rubric.criteria.map((criterion) => (
				<li key={criterion.id} className={css.criterion}>
					<b>
						<bdi>{text(criterion.name)}</bdi>
					</b>
					<ul className={css.read} data-given={given && true}>
						{criterion.levels.map((level) => {
							const on = given?.[criterion.id] === level.id;
							return (
								<li key={level.id} data-on={on || undefined}>
									{given && <span className={css.mark}>{on && <Check size={16} />}</span>}
									<span>
										<bdi>{text(level.name)}</bdi>
										{on && <span className="visually-hidden"> ({t("rubric.given")})</span>}
									</span>
									<span className={css.points}>{t("points", { count: level.points })}</span>
								</li>
							);
						})}
					</ul>
				</li>
			))}
		</ul>
	);
}
