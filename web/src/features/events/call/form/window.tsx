import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/date-field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./call-form.module.css";
import { Kept } from "./kept.tsx";
import type { Section } from "./section.ts";

interface MomentProps {
	label: string;
	timeLabel: string;
	day: string | null;
	time: string;
	onDay: (day: string | null) => void;
	onTime: (time: string) => void;
	said: Section["said"];
	at: string;
}

function Moment(props: MomentProps) {
	const { label, timeLabel, day, time, onDay, onTime, said, at } = props;
	return (
		<div className={css.moment}>
			<DateField label={label} value={day} onChange={onDay} error={said[at]} isRequired />
			<TextField
				label={timeLabel}
				dir="ltr"
				placeholder="16:00"
				autoComplete="off"
				value={time}
				onChange={onTime}
				error={said[`${at}/time`]}
				isRequired
			/>
		</div>
	);
}

/** When applications are taken; of a call that has closed, only until when. */
export function WindowSection({ typed, onChange, said, closed }: Section & { closed: boolean }) {
	const { t } = useTranslation("events");
	return (
		<Card title={t("callForm.window")}>
			<p className="quiet">{t("callForm.windowLead")}</p>
			{!closed && (
				<Moment
					label={t("callForm.opensOn")}
					timeLabel={t("callForm.opensAt")}
					day={typed.opensOn}
					time={typed.opensAt}
					onDay={(opensOn) => onChange({ opensOn })}
					onTime={(opensAt) => onChange({ opensAt })}
					said={said}
					at="/opens_at"
				/>
			)}
			<Moment
				label={t("callForm.closesOn")}
				timeLabel={t("callForm.closesAt")}
				day={typed.closesOn}
				time={typed.closesAt}
				onDay={(closesOn) => onChange({ closesOn })}
				onTime={(closesAt) => onChange({ closesAt })}
				said={said}
				at="/closes_at"
			/>
		</Card>
	);
}

/** Seats, and how many of them are kept. */
export function CapacitySection({ typed, onChange, said }: Section) {
	const { t } = useTranslation("events");
	return (
		<Card title={t("call.capacity")}>
			<div className={css.capacity}>
				<NumberField
					label={t("callForm.capacity")}
					hint={t("callForm.capacityHint")}
					value={typed.capacity}
					onChange={(capacity) => onChange({ capacity })}
					error={said["/capacity"]}
					isRequired
				/>
				<Kept typed={typed} announced={typed.quotas.length === 0} />
			</div>
		</Card>
	);
}
