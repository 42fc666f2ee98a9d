import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { today } from "@/i18n/days.ts";

/** The way to what a participant is asked about a cohort, from its last day on. */
export function EvaluationLink({ row }: { row: Enrolment }) {
	const { t } = useTranslation("training");
	const user = useUser();
	const held = row.cohort_status !== "cancelled" && row.ends_on <= today();
	const asked = row.status === "enrolled" && held;
	if (!asked || !can(user, "get_enrolment_evaluations")) return null;
	const { name } = row.participant;
	return (
		<Link
			to="/enrolments/$id/evaluation"
			params={{ id: row.id }}
			aria-label={t("actionOn", { action: t("ours.evaluation"), name })}
		>
			{t("ours.evaluation")}
		</Link>
	);
}
