import { useTranslation } from "react-i18next";
import type { ApplicationStand } from "@/api/gen/types.gen.ts";
import { Card } from "@/ui/page.tsx";
import type { Plan } from "../shape/plan.ts";
import { useReasonWords } from "../words/use-reason-words.ts";

/** Why an application has this stand, and which wishes did not come true. */
export function Why({ plan, given }: { plan: Plan; given: ApplicationStand }) {
	const { t } = useTranslation("plan");
	const words = useReasonWords(plan, []);
	const { reasons, unmet } = given;
	return (
		<Card title={t("why.title")}>
			{reasons.length + unmet.length === 0 && <p className="quiet">{t("why.nothing")}</p>}
			<ul>
				{reasons.map((one) => (
					<li key={`${one.code} ${one.about ?? ""}`}>{words.reason(one)}</li>
				))}
				{unmet.map((one) => (
					<li key={JSON.stringify(one.wish)}>{words.unmet(one)}</li>
				))}
			</ul>
		</Card>
	);
}
