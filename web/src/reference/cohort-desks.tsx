import { useTranslation } from "react-i18next";
import { type Actor, can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { Tabs } from "@/ui/tabs.tsx";

const DESKS = {
	participants: { to: "/cohorts/$id/participants", needs: "list_enrolments" },
	timetable: { to: "/cohorts/$id/timetable", needs: "list_cohort_sessions" },
	attendance: { to: "/cohorts/$id/attendance", needs: "list_attendance" },
	exams: { to: "/cohorts/$id/exams", needs: "list_exams" },
	assignments: { to: "/cohorts/$id/assignments", needs: "list_assignments" },
	gradebook: { to: "/cohorts/$id/gradebook", needs: "get_gradebook" },
	certificates: { to: "/cohorts/$id/certificates", needs: "list_certificates" },
	evaluation: { to: "/cohorts/$id/evaluation", needs: "get_cohort_evaluation" },
} as const;
export type CohortDesk = keyof typeof DESKS;

/** The places that are open to this person. An association has its own participants on its own page of training. */
const openTo = (actor: Actor | null) =>
	(Object.keys(DESKS) as CohortDesk[]).filter(
		(desk) =>
			can(actor, DESKS[desk].needs) &&
			!(desk === "participants" && actor?.acting?.role === "association"),
	);

/** The places of a cohort for all who have to do with it, from its participants to their certificates. */
export function CohortDesks({ cohort, current }: { cohort: string; current?: CohortDesk }) {
	const { t } = useTranslation("common");
	const user = useUser();
	return (
		<Tabs
			label={t("cohortDesk.label")}
			current={current ?? ""}
			tabs={openTo(user).map((desk) => ({
				id: desk,
				label: t(`cohortDesk.${desk}`),
				link: { to: DESKS[desk].to, params: { id: cohort } },
			}))}
		/>
	);
}
