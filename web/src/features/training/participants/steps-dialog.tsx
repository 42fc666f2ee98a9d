import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { enrolmentStepsQuery } from "../desk/queries.ts";
import { EnrolmentBadge } from "../state-badge.tsx";
import css from "../training.module.css";

/** Every step of an enrolment: when, to which state, who and why. */
export function StepsDialog({ row, onClose }: { row: Enrolment; onClose: () => void }) {
	const { t } = useTranslation("training");
	const { dateTime } = useFormat();
	const steps = useQuery(enrolmentStepsQuery(row.id));
	return (
		<Dialog title={t("steps.of", { name: row.participant.name })} isOpen onClose={onClose}>
			<Awaited list={steps} />
			<ol className={css.steps}>
				{steps.data?.map((step) => (
					<li key={`${step.at} ${step.to_status}`}>
						<EnrolmentBadge status={step.to_status} />
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
		</Dialog>
	);
}
