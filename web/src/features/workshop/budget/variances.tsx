import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EarnedValueReport, VarianceState } from "@/api/gen/types.gen.ts";
import { explainVariance } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useMoney } from "../use-money.ts";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import css from "./budget.module.css";

interface ExplainProps {
	report: EarnedValueReport;
	variance: VarianceState;
	title: string;
	onClose: () => void;
}

function ExplainDialog({ report, variance, title, onClose }: ExplainProps) {
	const { t } = useTranslation(["workshop", "common"]);
	const [cause, setCause] = useState("");
	const [remedy, setRemedy] = useState("");
	const saving = useSaving(
		report.project_id,
		() =>
			explainVariance({
				path: { id: report.project_id },
				body: {
					as_of: report.date,
					kind: variance.kind,
					activity_id: variance.activity_id ?? null,
					cause: cause.trim(),
					action: remedy.trim() || null,
				},
				throwOnError: true,
			}),
		onClose,
		t("variance.explained"),
	);
	const { wrong } = saving.action;
	return (
		<SavingDialog
			saving={saving}
			title={title}
			onSubmit={() => saving.save()}
			submit={t("variance.explain")}
		>
			<TextField
				label={t("variance.cause")}
				dir="auto"
				multiline
				value={cause}
				onChange={setCause}
				error={wrong["/cause"]}
				isRequired
			/>
			<TextField
				label={t("variance.action")}
				note={t("common:state.optional")}
				dir="auto"
				multiline
				value={remedy}
				onChange={setRemedy}
				error={wrong["/action"]}
			/>
		</SavingDialog>
	);
}

/** Variances past the project's threshold: each wants its cause in words before the next report. */
export function Variances({ report, editable }: { report: EarnedValueReport; editable: boolean }) {
	const { t } = useTranslation("workshop");
	const { text, number } = useFormat();
	const { money } = useMoney();
	const [explaining, setExplaining] = useState<VarianceState>();
	const nameOf = (one: VarianceState) => {
		const activity = report.activities.find(({ id }) => id === one.activity_id);
		const where = activity ? text(activity.name) : t("variance.project");
		return t(`variance.${one.kind}`, { where });
	};
	return (
		<Card title={t("variance.title")}>
			<p className="quiet">{t("variance.lead")}</p>
			<ul className={css.entries}>
				{report.variances.map((one) => (
					<li key={`${one.kind}-${one.activity_id ?? ""}`}>
						<b>{nameOf(one)}</b>
						<span>
							{money(one.amount.amount)} ({t("percent", { value: number(Math.round(one.percent)) })}
							)
						</span>
						{one.explanation ? (
							<>
								<Badge tone="good">{t("variance.done")}</Badge>
								<p dir="auto">{one.explanation.cause}</p>
								{one.explanation.action && <p dir="auto">{one.explanation.action}</p>}
							</>
						) : (
							<>
								<Badge tone="bad">{t("variance.open")}</Badge>
								{editable && (
									<Button
										small
										aria-label={t("variance.explainOf", { variance: nameOf(one) })}
										onPress={() => setExplaining(one)}
									>
										{t("variance.explain")}
									</Button>
								)}
							</>
						)}
					</li>
				))}
			</ul>
			{explaining && (
				<ExplainDialog
					report={report}
					variance={explaining}
					title={nameOf(explaining)}
					onClose={() => setExplaining(undefined)}
				/>
			)}
		</Card>
	);
}
