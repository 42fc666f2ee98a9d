import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Plus, Trash } from "@/ui/icons.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./calendar.module.css";
import {
	emptySpecial,
	hasWork,
	hoursFault,
	type Special,
	type Typed,
	WEEK,
} from "./working-time.ts";

/** A day that may be absent, but not half there. */
const isHalf = (date: string | null) => date !== null && !isDate(date);

const isBefore = ({ from, until }: Special) =>
	isDate(from) && isDate(until) && (until ?? "") < (from ?? "");

/** Whether everything typed can be read. */
export const isReadable = (typed: Typed) =>
	hasWork(typed) &&
	![typed.hours, ...Object.values(typed.weekdays)].some(hoursFault) &&
	[...typed.holidays, ...typed.exceptions].every(
		(one) => isDate(one.from) && !isHalf(one.until) && !isBefore(one) && !hoursFault(one.hours),
	);

/** The word on hours that cannot be kept. */
function useHoursWord(checked: boolean) {
	const { t } = useTranslation("workshop");
	return (hours: string) => {
		const fault = checked && hoursFault(hours);
		return fault ? t(`calendar.${fault}`) : undefined;
	};
}

interface SpecialsProps {
	kind: "holidays" | "exceptions";
	list: readonly Special[];
	checked: boolean;
	onChange: (list: Special[]) => void;
}

function Specials({ kind, list, checked, onChange }: SpecialsProps) {
	const { t } = useTranslation(["workshop", "common"]);
	const wordOn = useHoursWord(checked);
	const set = (key: string, patch: Partial<Special>) =>
		onChange(list.map((one) => (one.key === key ? { ...one, ...patch } : one)));
	const wrongDate = t("common:field.date");
	const untilWord = (one: Special) =>
		isHalf(one.until) ? wrongDate : isBefore(one) ? t("calendar.before") : undefined;
	return (
		<fieldset className={css.group}>
			<legend>{t(`calendar.${kind}`)}</legend>
			<p className="quiet">{t(`calendar.${kind}Hint`)}</p>
			{list.map((one, index) => (
				<div key={one.key} className={css.special}>
					<DateField
						label={t("calendar.from")}
						value={one.from}
						onChange={(from) => set(one.key, { from })}
						error={checked && !isDate(one.from) ? wrongDate : undefined}
						isRequired
					/>
					<DateField
						label={t("calendar.until")}
						note={t("common:state.optional")}
						value={one.until}
						onChange={(until) => set(one.key, { until })}
						error={checked ? untilWord(one) : undefined}
					/>
					{kind === "holidays" ? (
						<TextField
							label={t("calendar.name")}
							dir="auto"
							value={one.name}
							onChange={(name) => set(one.key, { name })}
						/>
					) : (
						<TextField
							label={t("calendar.hours")}
							dir="ltr"
							value={one.hours}
							onChange={(hours) => set(one.key, { hours })}
							error={wordOn(one.hours)}
						/>
					)}
					<Button
						small
						variant="quiet"
						aria-label={t("calendar.removeDay", { place: index + 1 })}
						onPress={() => onChange(list.filter(({ key }) => key !== one.key))}
					>
						<Trash size={16} />
					</Button>
				</div>
			))}
			<div>
				<Button small onPress={() => onChange([...list, emptySpecial()])}>
					<Plus size={16} />
					{t(`calendar.add.${kind}`)}
				</Button>
			</div>
		</fieldset>
	);
}

interface Props {
	typed: Typed;
	checked: boolean;
	/** The server's word on its hours. */
	said: string | undefined;
	onChange: (patch: Partial<Typed>) => void;
}

/** One calendar: weekly rest, hours, days off, days with hours of their own. */
export function CalendarFields({ typed, checked, said, onChange }: Props) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const wordOn = useHoursWord(checked);
	const idle = checked && !hasWork(typed) ? t("calendar.idle") : undefined;
	const [special] = useState(() => Object.keys(typed.weekdays).length > 0);
	return (
		<>
			<fieldset className={css.group}>
				<legend>{t("calendar.weekend")}</legend>
				<div className={css.week}>
					{WEEK.map(({ day, date: example }) => (
						<Checkbox
							key={day}
							isSelected={typed.weekend.includes(day)}
							onChange={(off) =>
								onChange({
									weekend: off
										? [...typed.weekend, day]
										: typed.weekend.filter((one) => one !== day),
								})
							}
						>
							{date(example, { weekday: "long" })}
						</Checkbox>
					))}
				</div>
			</fieldset>
			<TextField
				label={t("calendar.hours")}
				hint={t("calendar.hoursHint")}
				dir="ltr"
				value={typed.hours}
				onChange={(hours) => onChange({ hours })}
				error={wordOn(typed.hours) ?? idle ?? said}
			/>
			<details open={special}>
				<summary>{t("calendar.weekdays")}</summary>
				<div className={css.weekdays}>
					{WEEK.filter(({ day }) => !typed.weekend.includes(day)).map(({ day, date: example }) => (
						<TextField
							key={day}
							label={t("calendar.hoursOn", { day: date(example, { weekday: "long" }) })}
							dir="ltr"
							value={typed.weekdays[day] ?? ""}
							onChange={(hours) => onChange({ weekdays: { ...typed.weekdays, [day]: hours } })}
							error={wordOn(typed.weekdays[day] ?? "")}
						/>
					))}
				</div>
			</details>
			{(["holidays", "exceptions"] as const).map((kind) => (
				<Specials
					key={kind}
					kind={kind}
					list={typed[kind]}
					checked={checked}
					onChange={(list) => onChange({ [kind]: list })}
				/>
			))}
		</>
	);
}
