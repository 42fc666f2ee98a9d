import { useTranslation } from "react-i18next";
import type { SubmissionStep } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { StepBadge } from "../state-badge.tsx";
import css from "./submission.module.css";

/** Every step of a submission: when, to which state, who and why. */
export function Steps({ steps }: { steps: readonly SubmissionStep[] }) {
	const { t } = useTranslation("assignments");
	const { dateTime } = useFormat();
	return (
		<Card title={t("submission.steps")}>
			<ol className={css.steps}>
				{steps.map((step) => (
					<li key={`${step.at} ${step.to_status}`}>
						<StepBadge status={step.to_status} />
						<time dateTime={step.at} className="quiet">
							{dateTime(step.at)}
						</time>
						{step.person_name && <bdi className="quiet">{step.person_name}</bdi>}
						{step.reason && <p dir="auto">{step.reason}</p>}
					</li>
				))}
			</ol>
		</Card>
	);
}
