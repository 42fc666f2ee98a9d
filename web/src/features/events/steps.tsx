import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./event.module.css";
import { stepsQuery } from "./queries.ts";
import { StateBadge } from "./state-badge.tsx";

/** Every step of an event: when, to which state and days, why. */
export function Steps({ id }: { id: string }) {
	const { t } = useTranslation("events");
	const { dateTime, dateRange } = useFormat();
	const steps = useQuery(stepsQuery(id));
	return (
		<Card title={t("event.steps")}>
			<Awaited list={steps} none={<p className="quiet">{t("event.noSteps")}</p>} />
			<ol className={css.steps}>
				{steps.data?.map((step) => (
					<li key={`${step.at} ${step.to_status}`}>
						<StateBadge status={step.to_status} />
						<time dateTime={step.at} className="quiet">
							{dateTime(step.at)}
						</time>
						{step.person_name && <bdi className="quiet">{step.person_name}</bdi>}
						<p>{t("event.stepDays", { days: dateRange(step.starts_on, step.ends_on) })}</p>
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
