import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./associations.module.css";
import { DayPicker } from "./day-picker.tsx";
import { transitionsQuery } from "./queries.ts";
import { StatusBadge } from "./status-badge.tsx";
import { useFieldLabel } from "./use-field-label.ts";

/** Every step of the file: when, by whom, why. */
export function History({ id }: { id: string }) {
	const { t } = useTranslation("associations");
	const { dateTime } = useFormat();
	const labelOf = useFieldLabel();
	const steps = useQuery(transitionsQuery(id));
	return (
		<Card title={t("history.title")}>
			<DayPicker />
			<Awaited list={steps} none={<p className="quiet">{t("history.none")}</p>} />
			<ol className={css.history}>
				{steps.data?.map((step) => (
					<li key={`${step.at} ${step.to_status}`}>
						<time dateTime={step.at} className="quiet">
							{dateTime(step.at)}
						</time>
						<StatusBadge status={step.to_status} />
						{step.person_name && <bdi className="quiet">{step.person_name}</bdi>}
						{step.reason && (
							<p>
								<bdi>{step.reason}</bdi>
							</p>
						)}
						{step.remarks.length > 0 && (
							<ul>
								{step.remarks.map((remark) => (
									<li key={`${remark.pointer} ${remark.text}`}>
										{labelOf(remark.pointer)} — <bdi>{remark.text}</bdi>
									</li>
								))}
							</ul>
						)}
					</li>
				))}
			</ol>
		</Card>
	);
}
