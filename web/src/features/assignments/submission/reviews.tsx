import { useTranslation } from "react-i18next";
import type { Submission } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { RubricList } from "../rubric/rubric-list.tsx";
import { chosenOf, scoreOf } from "../rubric/score.ts";
import { useWords } from "../use-words.ts";
import css from "./submission.module.css";

/** What other participants say; who they are is for those in charge alone. */
export function Reviews({ work }: { work: Submission }) {
	const { t } = useTranslation("assignments");
	const { dateTime } = useFormat();
	const words = useWords();
	return (
		<Card title={t("submission.reviews")}>
			<ul>
				{work.reviews.map((one, index) => {
					const given = chosenOf(one.levels);
					const score = scoreOf(work.rubric.criteria, given);
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: whoever is reviewed reads reviews without a name
						<li key={index} className={css.review}>
							<p>
								<b>
									{one.reviewer_name ? (
										<bdi>{one.reviewer_name}</bdi>
									) : (
										t("submission.reviewer", { number: index + 1 })
									)}
								</b>
								{/* A line of its own: a number would run into the day. */}
								<br />
								<span className="quiet">
									{one.reviewed_at ? dateTime(one.reviewed_at) : t("submission.awaited")}
								</span>
							</p>
							{one.words && <p dir="auto">{one.words}</p>}
							{one.reviewed_at && (
								<details>
									<summary>{score === undefined ? t("peer.levels") : words.score(score)}</summary>
									<RubricList rubric={work.rubric} given={given} />
								</details>
							)}
						</li>
					);
				})}
			</ul>
		</Card>
	);
}
