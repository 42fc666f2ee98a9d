import { useTranslation } from "react-i18next";
import css from "./drawing.module.css";

const SHAPES = ["hall", "aisle", "quarter", "entrance"] as const;
export type Sign = (typeof SHAPES)[number] | "free" | "given" | "locked" | "closed" | "found";

/** What the signs of the drawing mean. */
export function Legend({ signs }: { signs: readonly Sign[] }) {
	const { t } = useTranslation("plan");
	return (
		<ul className={css.legend} aria-label={t("legend.title")}>
			{signs.map((sign) => (
				<li key={sign}>
					<span data-sign={sign} aria-hidden="true" />
					{t(`legend.${sign}`)}
				</li>
			))}
		</ul>
	);
}
