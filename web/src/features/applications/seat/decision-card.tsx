import { useTranslation } from "react-i18next";
import type { Application, Call } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useDecisionWords } from "@/reference/decision-words.ts";
import { usePoints } from "@/reference/use-points.ts";
import { Card, Facts } from "@/ui/page.tsx";
import css from "../application.module.css";

interface Props {
	application: Application;
	call: Call | null;
	/** The association itself reads: the commission's words are for it. */
	own: boolean;
}

/** What was decided and why, worded for whoever reads it. */
export function DecisionCard({ application, call, own }: Props) {
	const { t } = useTranslation("applications");
	const { text, number } = useFormat();
	const points = usePoints();
	const words = useDecisionWords(call);
	const { decision, score } = application;
	if (!decision) return null;
	const { rank, place } = decision;
	return (
		<Card title={t("decision.title")}>
			<p className={css.words}>
				{own ? text(decision.explanation) : words({ ...application, decision })}
			</p>
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
