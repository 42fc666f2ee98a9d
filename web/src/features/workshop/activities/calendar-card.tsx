import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DayOff, ProjectNetwork } from "@/api/gen/types.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Edit } from "@/ui/icons.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { useList } from "../use-list.ts";
import css from "./activities.module.css";
import { REST, WEEKEND, writeHours } from "./working-time.ts";

const CalendarDialog = lazy(async () => ({
	default: (await import("./calendar-dialog.tsx")).CalendarDialog,
}));

interface Props {
	network: Tagged<ProjectNetwork>;
	/** Public holidays within the schedule. */
	holidays: readonly DayOff[];
	editable: boolean;
}

/** When people work on the project, and which days are off. */
export function CalendarCard({ network, holidays, editable }: Props) {
	const { t } = useTranslation("workshop");
	const { date, text } = useFormat();
	const list = useList();
	const [editing, setEditing] = useState(false);
	const { calendar = {}, calendars = {}, public_holidays } = network.data.working_time;
	const weekend = REST.filter(({ day }) => (calendar.weekend ?? WEEKEND).includes(day));
	const names = Object.keys(calendars);
	const ownDays = (calendar.holidays ?? []).length + (calendar.exceptions ?? []).length;
	return (
		<Card
			title={t("calendar.title")}
			actions={
				editable && (
					<Button onPress={() => setEditing(true)}>
						<Edit size={16} />
						{t("calendar.edit")}
					</Button>
				)
			}
		>
			<Facts
				items={[
					{
						label: t("calendar.weekend"),
						value: weekend.length
							? list(weekend.map((one) => date(one.date, { weekday: "long" })))
							: t("calendar.noWeekend"),
					},
					{ label: t("calendar.hours"), value: <bdi dir="ltr">{writeHours(calendar.hours)}</bdi> },
					{
						label: t("calendar.ownDays"),
						value: t("calendar.dayCount", { count: ownDays }),
					},
					{
						label: t("calendar.others"),
						value: names.length ? list(names) : t("calendar.noOthers"),
					},
				]}
			/>
			{public_holidays === false ? (
				<p className="quiet">{t("calendar.noPublic")}</p>
			) : (
				holidays.length > 0 && (
					<details>
						<summary>{t("calendar.publicCount", { count: holidays.length })}</summary>
						<ul className={css.days}>
							{holidays.map((day) => (
								<li key={`${day.date}-${day.name.ar}`}>
									{t(day.provisional ? "calendar.movingDay" : "gantt.moving", {
										name: text(day.name),
										date: date(day.date),
									})}
								</li>
							))}
						</ul>
					</details>
				)
			)}
			<Suspense>
				{editing && <CalendarDialog network={network} onClose={() => setEditing(false)} />}
			</Suspense>
		</Card>
	);
}
