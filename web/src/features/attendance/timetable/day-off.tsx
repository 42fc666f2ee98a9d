import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { listHolidays } from "@/api/gen/workshop-sdk.gen.ts";
import { isWeekend } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Notice } from "@/ui/notice.tsx";
import css from "./timetable.module.css";

/** Says that a day is of the weekend or a public holiday, before a session is put on it. */
export function DayOff({ day }: { day: string | null }) {
	const { t } = useTranslation("attendance");
	const { text } = useFormat();
	const year = isDate(day) ? Number(day.slice(0, 4)) : undefined;
	const known = useQuery({
		queryKey: ["attendance", "holidays", year],
		queryFn: async ({ signal }) =>
			(await listHolidays({ query: { year }, signal, throwOnError: true })).data,
		enabled: year !== undefined && year > 2000 && year < 2100,
	});
	const holiday = isDate(day)
		? known.data?.items.find(({ date, until }) => date <= day && day <= until)
		: undefined;
	const said = holiday
		? t("timetable.holiday", { name: text(holiday.name) })
		: isDate(day) && isWeekend(day) && t("timetable.weekend");
	return (
		<div role="status" className={css.dayOff}>
			{said && <Notice tone="info" title={said} />}
		</div>
	);
}
