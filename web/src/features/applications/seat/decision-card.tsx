import { useTranslation } from "react-i18next";
import type { Application } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { usePoints } from "@/reference/use-points.ts";
import { Card, Facts } from "@/ui/page.tsx";
import css from "../application.module.css";

/** What was decided and why, in the words of the commission. */
export function DecisionCard({ application }: { application: Application }) {
	const { t } = useTranslation("applications");
	const { text, number } = useFormat();
	const points = usePoints();
	const { decision, score } = application;
	if (!decision) return null;
	const { rank, place } = decision;
	return (
		<Card title={t("decision.title")}>
			<p className={css.words}>{text(decision.explanation)}</p>
			<Facts
				items={[
					...(score == null ? [] : [{ label: t("decision.score"), value: points(score) }]),
					...(rank == null ? [] : [{ label: t("decision.rank"), value: number(rank) }]),
					...(place == null ? [] : [{ label: t("decision.place"), value: number(place) }]),
				]}
			/>
		</Card>
	);
}
