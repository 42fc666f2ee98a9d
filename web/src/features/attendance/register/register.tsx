import { useTranslation } from "react-i18next";
import type { CourseSession, ParticipantAttendance } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import { useColumns } from "./columns.tsx";

/** What is asked for, and how many may not reach it. */
export function Asked({ rows }: { rows: readonly ParticipantAttendance[] }) {
	const { t } = useTranslation("attendance");
	const { number } = useFormat();
	const percent = rows[0]?.threshold_percent ?? 0;
	const count = rows.filter(
		({ standing: { state } }) => state === "in_danger" || state === "out_of_reach",
	).length;
	return (
		<>
			<p className="quiet">
				{t("register.asked", { share: number(percent / 100, { style: "percent" }) })}
			</p>
			{count > 0 && <Notice tone="warn" title={t("register.warned", { count })} />}
		</>
	);
}

/** Where everybody of a cohort stands, as this device has read it. */
export function Register(props: { people: ParticipantAttendance[]; sessions: CourseSession[] }) {
	const { t } = useTranslation("attendance");
	const { people, sessions } = props;
	const columns = useColumns(sessions);
	if (people.length === 0) return null;
	return (
		<Card title={t("register.title")}>
			<Asked rows={people} />
			<DataTable
				label={t("register.title")}
				rows={people}
				rowKey={(row) => row.enrolment_id}
				columns={columns}
			/>
		</Card>
	);
}
