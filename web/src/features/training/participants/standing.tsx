import { useTranslation } from "react-i18next";
import type { CohortQuota, Enrolment } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EnrolmentBadge } from "../state-badge.tsx";

/** Where an enrolment stands: the place in the list, the kept seat, why it was refused. */
export function Standing({
	row,
	quotas = [],
}: {
	row: Enrolment;
	quotas?: readonly CohortQuota[];
}) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const quota = quotas.find(({ code }) => code === row.quota);
	return (
		<>
			<EnrolmentBadge status={row.status} />
			{row.status === "waiting" && row.place != null && (
				<>
					<br />
					<span className="quiet">{t("standing.place", { place: row.place })}</span>
				</>
			)}
			{quota && (
				<>
					<br />
					<span className="quiet">{t("standing.quota", { name: text(quota.name) })}</span>
				</>
			)}
			{row.status_reason && (
				<>
					<br />
					<bdi className="quiet">{row.status_reason}</bdi>
				</>
			)}
		</>
	);
}
