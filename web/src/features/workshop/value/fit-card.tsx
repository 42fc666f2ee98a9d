import { useTranslation } from "react-i18next";
import type { Fit } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { Progress } from "@/ui/progress.tsx";
import css from "./value.module.css";

/** How many of the needs something answers, in all and by kind. */
export function FitCard({ fit }: { fit: Fit }) {
	const { t } = useTranslation("workshop");
	const { number } = useFormat();
	const counts = [
		{ id: "task", ...fit.tasks },
		{ id: "difficulty", ...fit.difficulties },
		{ id: "gain", ...fit.gains },
	] as const;
	return (
		<Card title={t("value.fit")}>
			<p>
				{fit.share == null
					? t("value.fitNone")
					: t("value.fitShare", { share: number(Math.round(100 * fit.share)) })}
			</p>
			{fit.share != null && (
				<div className={css.fit}>
					{counts
						.filter(({ all }) => all > 0)
						.map(({ id, all, answered }) => (
							<div key={id} data-kind={id}>
								<svg width="30" height="10" aria-hidden="true" className={css.sample}>
									<path d="M0 5h30" data-kind={id} />
								</svg>
								<Progress
									label={t(`element.many.${id}`)}
									said={t("value.answered", { answered, all })}
									value={answered}
									max={all}
								/>
							</div>
						))}
				</div>
			)}
		</Card>
	);
}
