import { useTranslation } from "react-i18next";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./form.module.css";
import type { Section } from "./section.ts";
import { newExhibitor } from "./values.ts";

const MOST = 20;

/** The artisans it is for, by name. */
export function ExhibitorsSection({
	typed,
	onChange,
	said,
	stands,
}: Section & { stands: boolean }) {
	const { t } = useTranslation(["applications", "common"]);
	const { exhibitors } = typed;
	return (
		<Card title={t(stands ? "exhibitors.title" : "exhibitors.ofDay")}>
			<OrderedRows
				lead={t("exhibitors.lead")}
				add={t(stands ? "exhibitors.add" : "exhibitors.addOfDay")}
				rows={exhibitors}
				onChange={(next) => onChange({ exhibitors: next })}
				blank={() => newExhibitor}
				legend={(row, index) =>
					row.name || t(stands ? "exhibitors.row" : "exhibitors.rowOfDay", { number: index + 1 })
				}
				most={MOST}
				unordered
			>
				{(row, index, set) => (
					<div className={css.three}>
						<TextField
							label={t("exhibitors.name")}
							dir="auto"
							autoComplete="off"
							value={row.name}
							onChange={(name) => set({ name })}
							error={said[`/exhibitors/${index}/name`]}
							isRequired
						/>
						<TextField
							label={t("exhibitors.card")}
							note={t("common:state.optional")}
							dir="ltr"
							autoComplete="off"
							value={row.card}
							onChange={(card) => set({ card })}
							error={said[`/exhibitors/${index}/card_number`]}
						/>
						<TextField
							label={t("common:field.phone")}
							note={t("common:state.optional")}
							type="tel"
							dir="ltr"
							autoComplete="off"
							value={row.phone}
							onChange={(phone) => set({ phone })}
							error={said[`/exhibitors/${index}/phone`]}
						/>
					</div>
				)}
			</OrderedRows>
		</Card>
	);
}
