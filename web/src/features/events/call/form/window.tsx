import { useTranslation } from "react-i18next";
import { MomentField } from "@/ui/moment-field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./call-form.module.css";
import { Kept } from "./kept.tsx";
import type { Section } from "./section.ts";

/** When applications are taken; of a call that has closed, only until when. */
export function WindowSection({ typed, onChange, said, closed }: Section & { closed: boolean }) {
	const { t } = useTranslation("events");
	return (
		<Card title={t("callForm.window")}>
			<p className="quiet">{t("callForm.windowLead")}</p>
			{!closed && (
				<MomentField
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
			<MomentField
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
