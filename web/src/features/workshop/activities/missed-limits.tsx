import { useTranslation } from "react-i18next";
import type { ProjectSchedule } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useList } from "../use-list.ts";

/** Limits that the plan cannot keep, by how much, and whom each makes late. */
export function MissedLimits({ schedule }: { schedule: ProjectSchedule }) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const list = useList();
	const missed = schedule.schedule.negative_float;
	if (missed.length === 0) return null;
	const names = new Map(schedule.activities.map(({ code, name }) => [code, name]));
	const nameOf = (code: string) => t("gantt.plainName", { code, name: text(names.get(code)) });
	return (
		<Notice tone="warn" title={t("limits.missed")}>
			<ul>
				{missed.map(({ activity, constraint, missed_by_days, late_activities }) => {
					const others = late_activities.filter((code) => code !== activity);
					return (
						<li key={`${activity}-${constraint}`}>
							{t("limits.missedBy", {
								activity: nameOf(activity),
								limit: t(`limits.kind.${constraint}`),
								days: t("days", { count: Math.round(missed_by_days * 100) / 100 }),
							})}
							{others.length > 0 && ` ${t("limits.lateWith", { names: list(others.map(nameOf)) })}`}
						</li>
					);
				})}
			</ul>
		</Notice>
	);
}
