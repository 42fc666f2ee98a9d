import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Card } from "@/ui/page.tsx";
import { cohortStepsQuery } from "./queries.ts";
import { CohortBadge } from "./state-badge.tsx";
import css from "./training.module.css";

/** Every step of a cohort: when, to which state, why. */
export function CohortSteps({ id }: { id: string }) {
	const { t } = useTranslation("training");
	const { dateTime } = useFormat();
	const steps = useQuery(cohortStepsQuery(id));
	return (
		<Card title={t("cohort.steps")}>
			<Awaited list={steps} none={<p className="quiet">{t("cohort.noSteps")}</p>} />
			<ol className={css.steps}>
				{steps.data?.map((step) => (
					<li key={`${step.at} ${step.to_status}`}>
						<CohortBadge status={step.to_status} />
						<time dateTime={step.at} className="quiet">
							{dateTime(step.at)}
						</time>
						{step.person_name && <bdi className="quiet">{step.person_name}</bdi>}
						{step.reason && (
							<p>
								<bdi>{step.reason}</bdi>
							</p>
						)}
					</li>
				))}
			</ol>
		</Card>
	);
}
