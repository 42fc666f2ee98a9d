import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/date-field.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import { withoutRow, withRow } from "@/ui/row-list.ts";
import { RowGroup, Rows } from "@/ui/rows.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./form.module.css";
import type { Section } from "./section.ts";

/** When it is, and when the doors are open. */
export function DaysSection({ typed, onChange, said }: Section) {
	const { t } = useTranslation(["events", "common"]);
	const { hours } = typed;
	return (
		<Card title={t("form.days")}>
			<Fields>
				<DateField
					label={t("form.startsOn")}
					value={typed.startsOn}
					onChange={(startsOn) => onChange({ startsOn })}
					error={said["/starts_on"]}
					isRequired
				/>
				<DateField
					label={t("form.endsOn")}
					value={typed.endsOn}
					onChange={(endsOn) => onChange({ endsOn })}
					error={said["/ends_on"]}
					isRequired
				/>
			</Fields>
			<Rows
				lead={t("form.hoursLead")}
				add={t("form.addHours")}
				onAdd={() => onChange({ hours: [...hours, { on: null, opens: "", closes: "" }] })}
			>
				{hours.map((row, index) => {
					const set = (patch: Partial<typeof row>) =>
						onChange({ hours: withRow(hours, index, patch) });
					return (
						<RowGroup
							// biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name while they are typed
							key={index}
							legend={t("form.hoursRow", { number: index + 1 })}
							onRemove={() => onChange({ hours: withoutRow(hours, index) })}
						>
							<div className={css.times}>
								<DateField
									label={t("form.hoursOn")}
									note={t("common:state.optional")}
									hint={t("form.hoursOnHint")}
									value={row.on}
									onChange={(on) => set({ on })}
									error={said[`/hours/${index}/on`]}
								/>
								<TextField
									label={t("form.opens")}
									dir="ltr"
									placeholder="09:00"
									autoComplete="off"
									value={row.opens}
									onChange={(opens) => set({ opens })}
									error={said[`/hours/${index}/opens`]}
								/>
								<TextField
									label={t("form.closes")}
									dir="ltr"
									placeholder="19:00"
									autoComplete="off"
									value={row.closes}
									onChange={(closes) => set({ closes })}
									error={said[`/hours/${index}/closes`]}
								/>
							</div>
						</RowGroup>
					);
				})}
			</Rows>
		</Card>
	);
}
