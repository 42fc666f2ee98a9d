import { useTranslation } from "react-i18next";
import { Checkbox } from "@/ui/checkbox.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import type { Section } from "./section.ts";

/** How much must be attended, and what counts as having been there. */
export function Attending({ typed, onChange, said }: Section) {
	const { t } = useTranslation(["training", "common"]);
	return (
		<Card title={t("form.attending")}>
			<Fields>
				<NumberField
					label={t("form.attendance")}
					hint={t("form.attendanceHint")}
					value={typed.attendance}
					onChange={(attendance) => onChange({ attendance })}
					error={said["/attendance_percent"]}
					isRequired
				/>
				<NumberField
					label={t("form.lateIsAbsent")}
					note={t("common:state.optional")}
					hint={t("form.lateIsAbsentHint")}
					value={typed.lateIsAbsent}
					onChange={(lateIsAbsent) => onChange({ lateIsAbsent })}
					error={said["/absent_from_minutes_late"]}
				/>
			</Fields>
			<Checkbox
				isSelected={typed.excusedLeave}
				hint={t("form.excusedLeaveHint")}
				onChange={(excusedLeave) => onChange({ excusedLeave })}
			>
				{t("form.excusedLeave")}
			</Checkbox>
		</Card>
	);
}
