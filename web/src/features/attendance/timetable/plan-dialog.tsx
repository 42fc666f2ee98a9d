import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort, PlanningWeekday } from "@/api/gen/types.gen.ts";
import { planTimetable } from "@/api/gen/workshop-sdk.gen.ts";
import { timeOf } from "@/i18n/hours.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useHours } from "@/reference/use-hours.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { Form } from "@/ui/form.tsx";
import { RowGroup, Rows } from "@/ui/rows.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./timetable.module.css";

/** As the week goes in Algeria. */
const WEEK = [
	"sunday",
	"monday",
	"tuesday",
	"wednesday",
	"thursday",
	"friday",
	"saturday",
] as const satisfies readonly PlanningWeekday[];
/** A Sunday, to name the days from. */
const SUNDAY = Date.UTC(2026, 10, 29);
const DAY = 86_400_000;
/** As many hours of a day as the server takes. */
const MOST = 6;

interface Typed {
	id: number;
	from: string;
	until: string;
}

const seconds = (typed: string) => `${timeOf(typed)}:00`;

/** The modules of the course laid over working days; what does not fit is told, and nothing is half written. */
export function PlanDialog({ cohort, onClose }: { cohort: Cohort; onClose: () => void }) {
	const { t } = useTranslation("attendance");
	const { date } = useFormat();
	const length = useHours();
	const queryClient = useQueryClient();
	const action = useAction();
	const [from, setFrom] = useState<string | null>(cohort.starts_on);
	const [hours, setHours] = useState<Typed[]>([
		{ id: 1, from: "09:00", until: "12:00" },
		{ id: 2, from: "13:00", until: "16:00" },
	]);
	const [days, setDays] = useState<readonly PlanningWeekday[]>(WEEK.slice(0, 5));
	const [onHolidays, setOnHolidays] = useState(false);
	const change = (id: number, patch: Partial<Typed>) =>
		setHours(hours.map((one) => (one.id === id ? { ...one, ...patch } : one)));
	const { wrong } = action;
	const noDay = days.length === 0;
	const submit = () => {
		if (noDay) return;
		void action.run(async () => {
			const { data } = await planTimetable({
				path: { id: cohort.id },
				body: {
					from,
					hours: hours.map((one) => ({ from: seconds(one.from), until: seconds(one.until) })),
					weekdays: [...days],
					on_holidays: onHolidays,
				},
				throwOnError: true,
			});
			await queryClient.invalidateQueries({ queryKey: ["attendance"] });
			say(t("plan.done", { count: data.items.length }));
			onClose();
		});
	};
	return (
		<Dialog title={t("plan.title")} isOpen onClose={onClose} wide>
			<Form action={action} onSubmit={submit}>
				<p>{t("plan.lead", { hours: length(cohort.minutes) })}</p>
				<DateField label={t("plan.from")} value={from} onChange={setFrom} error={wrong["/from"]} />
				<Rows
					lead={t("plan.hours")}
					add={t("plan.addHours")}
					isFull={hours.length >= MOST}
					onAdd={() =>
						setHours([
							...hours,
							{ id: Math.max(0, ...hours.map(({ id }) => id)) + 1, from: "", until: "" },
						])
					}
				>
					{hours.map((one, index) => (
						<RowGroup
							key={one.id}
							legend={t("plan.period", { number: index + 1 })}
							onRemove={() => setHours(hours.filter(({ id }) => id !== one.id))}
						>
							<div className={css.pair}>
								<TextField
									label={t("edit.from")}
									dir="ltr"
									autoComplete="off"
									value={one.from}
									onChange={(value) => change(one.id, { from: value })}
									error={wrong[`/hours/${index}/from`]}
									isRequired
								/>
								<TextField
									label={t("edit.until")}
									dir="ltr"
									autoComplete="off"
									value={one.until}
									onChange={(value) => change(one.id, { until: value })}
									error={wrong[`/hours/${index}/until`]}
									isRequired
								/>
							</div>
						</RowGroup>
					))}
				</Rows>
				<fieldset className={css.choices}>
					<legend>{t("plan.days")}</legend>
					{WEEK.map((day, index) => (
						<Checkbox
							key={day}
							isSelected={days.includes(day)}
							onChange={(selected) =>
								setDays(WEEK.filter((one) => (one === day ? selected : days.includes(one))))
							}
						>
							{date(new Date(SUNDAY + index * DAY).toISOString(), { weekday: "long" })}
						</Checkbox>
					))}
				</fieldset>
				{noDay && (
					<p role="alert" className={field.error}>
						<ErrorText>{t("plan.noDay")}</ErrorText>
					</p>
				)}
				<Checkbox isSelected={onHolidays} onChange={setOnHolidays}>
					{t("plan.onHolidays")}
				</Checkbox>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("plan.submit")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
