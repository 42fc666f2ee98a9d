import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { today } from "@/i18n/days.ts";
import { CohortDesks } from "@/reference/cohort-desks.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Edit } from "@/ui/icons.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { type Step, StepDialog } from "./step-dialog.tsx";

/** Steps open from where a cohort stands, as the server takes them. */
function stepsOf({ status, editable, starts_on }: Cohort, day: string): readonly Step[] {
	if (!editable) return [];
	if (status === "draft") return ["publish"];
	return starts_on <= day ? ["close", "cancel"] : ["cancel"];
}

/** What those in charge do with a cohort: its participants, and for its organiser its steps. */
export function Running({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation(["training", "common"]);
	const user = useUser();
	const [step, setStep] = useState<Step>();
	const steps = stepsOf(cohort, today()).filter((one) => can(user, `${one}_cohort`));
	const participants = cohort.status !== "draft";
	if (!participants && steps.length === 0 && !cohort.editable) return null;
	return (
		<Card title={t("step.title")}>
			{participants && <CohortDesks cohort={cohort.id} />}
			{(steps.length > 0 || cohort.editable) && (
				<Row>
					{steps.map((one) => (
						<Button
							key={one}
							variant={one === "publish" ? "primary" : one === "cancel" ? "danger" : "secondary"}
							onPress={() => setStep(one)}
						>
							{t(`step.${one}`)}
						</Button>
					))}
					{cohort.editable && (
						<Link
							to="/my-cohorts/$id/edit"
							params={{ id: cohort.id }}
							className={buttonClass("secondary")}
						>
							<Edit />
							{t("common:action.edit")}
						</Link>
					)}
				</Row>
			)}
			{step && <StepDialog cohort={cohort} step={step} onClose={() => setStep(undefined)} />}
		</Card>
	);
}
