import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "@/ui/checkbox.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card } from "@/ui/page.tsx";
import { Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./form.module.css";
import type { Section } from "./section.ts";

// For the few that name somebody: whoever only reads an application has no use for it.
const Neighbours = lazy(async () => ({
	default: (await import("./neighbours.tsx")).Neighbours,
}));

const OF_STANDS = ["water", "fire"] as const;

/** What is needed on the days of the event, and wishes in words; of a stand only where there are stands. */
export function NeedsSection({ typed, onChange, said, stands }: Section & { stands: boolean }) {
	const { t } = useTranslation(["applications", "common"]);
	const optional = t("common:state.optional");
	const lodging = (
		<NumberField
			label={t("needs.lodging")}
			note={optional}
			hint={t("needs.lodgingHint")}
			value={typed.lodging}
			onChange={(beds) => onChange({ lodging: beds })}
			error={said["/needs/lodging"]}
		/>
	);
	return (
		<>
			<Card title={t(stands ? "needs.title" : "needs.ofPeople")}>
				<div className={css.three}>
					{stands && (
						<>
							<NumberField
								label={t("needs.area")}
								note={optional}
								hint={t("needs.areaHint")}
								value={typed.area}
								onChange={(area) => onChange({ area })}
								error={said["/needs/area_m2"]}
							/>
							<NumberField
								label={t("needs.power")}
								note={optional}
								hint={t("needs.powerHint")}
								value={typed.power}
								onChange={(power) => onChange({ power })}
								error={said["/needs/power_w"]}
							/>
						</>
					)}
					{lodging}
				</div>
				<div className={css.checks}>
					{stands &&
						OF_STANDS.map((one) => (
							<Checkbox
								key={one}
								isSelected={typed[one]}
								onChange={(on) => onChange({ [one]: on })}
							>
								{t(`needs.${one}`)}
							</Checkbox>
						))}
					<Checkbox isSelected={typed.transport} onChange={(transport) => onChange({ transport })}>
						{t("needs.transport")}
					</Checkbox>
				</div>
			</Card>
			<Card title={t("wishes.title")}>
				{stands && (
					<div className={css.checks}>
						<Checkbox isSelected={typed.corner} onChange={(corner) => onChange({ corner })}>
							{t("wishes.corner")}
						</Checkbox>
						<Checkbox
							isSelected={typed.nearEntrance}
							onChange={(nearEntrance) => onChange({ nearEntrance })}
						>
							{t("wishes.nearEntrance")}
						</Checkbox>
					</div>
				)}
				<TextField
					label={t("wishes.label")}
					note={optional}
					hint={t(stands ? "wishes.hint" : "wishes.hintOfDay")}
					dir="auto"
					multiline
					value={typed.wishes}
					onChange={(wishes) => onChange({ wishes })}
					error={said["/wishes"]}
				/>
				{stands && (
					<Suspense fallback={<Loading lines={1} />}>
						<Neighbours typed={typed} onChange={onChange} said={said} />
					</Suspense>
				)}
			</Card>
		</>
	);
}
