import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { ApplicationBadge } from "@/reference/application-badge.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./application.module.css";
import { stepsQuery } from "./queries.ts";

/** Every step of an application: when, to which state, who and why. Who reviewed it is the commission’s to know. */
export function History({ id }: { id: string }) {
	const { t } = useTranslation("applications");
	const { dateTime } = useFormat();
	const steps = useQuery({ ...stepsQuery(id), staleTime: 0 });
	return (
		<Card title={t("history")}>
			<Awaited list={steps} />
			<ol className={css.steps}>
				{steps.data?.map((step) => (
					<li key={`${step.at} ${step.to_status}`}>
						<ApplicationBadge status={step.to_status} />
						<time dateTime={step.at} className="quiet">
							{dateTime(step.at)}
						</time>
						{step.person_name && step.to_status !== "scored" && (
							<bdi className="quiet">{step.person_name}</bdi>
						)}
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
