import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Holiday } from "@/api/gen/types.gen.ts";
import { addHoliday, amendHoliday } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { namesOf, noNames, textOf } from "@/i18n/names.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { NameFields } from "./name-fields.tsx";
import { RowDialog, SourceField } from "./row-dialog.tsx";

interface Props {
	/** The holiday that is amended; a new one when absent. */
	holiday?: Holiday | undefined;
	onClose: () => void;
}

/** A public holiday as the ministry writes it: confirming its date moves every plan that takes it. */
export function HolidayEditor({ holiday, onClose }: Props) {
	const { t } = useTranslation("reference-data");
	const { text } = useFormat();
	const [code, setCode] = useState(holiday?.code ?? "");
	const [names, setNames] = useState(holiday ? namesOf(holiday.name) : noNames);
	const [date, setDate] = useState<string | null>(holiday?.date ?? null);
	const [until, setUntil] = useState<string | null>(holiday?.until ?? null);
	const [everyYear, setEveryYear] = useState(holiday?.every_year ?? false);
	const [confirmed, setConfirmed] = useState(holiday?.confirmed ?? false);
	const [source, setSource] = useState(holiday?.source ?? "");
	const write = async () => {
		const body = {
			code: code.trim(),
			name: textOf(names),
			date: date ?? "",
			until,
			every_year: everyYear,
			confirmed,
			source: source.trim(),
		};
		if (holiday) {
			const headers = ifMatch(holiday.version);
			await amendHoliday({ path: { id: holiday.id }, headers, body, throwOnError: true });
		} else {
			await addHoliday({ body, throwOnError: true });
		}
	};
	const title = holiday ? t("edit", { name: text(holiday.name) }) : t("holidays.add");
	return (
		<RowDialog title={title} onClose={onClose} write={write}>
			{(wrong) => (
				<>
					{!holiday && (
						<TextField
							label={t("code")}
							hint={t("holidays.codeHint")}
							dir="ltr"
							value={code}
							onChange={setCode}
							error={wrong["/code"]}
							isRequired
						/>
					)}
					<NameFields value={names} onChange={setNames} wrong={wrong} />
					<DateField
						label={t("holidays.date")}
						value={date}
						onChange={setDate}
						error={wrong["/date"]}
						isRequired
					/>
					<DateField
						label={t("holidays.until")}
						hint={t("holidays.untilHint")}
						value={until}
						onChange={setUntil}
						error={wrong["/until"]}
					/>
					<Checkbox
						isSelected={everyYear}
						onChange={setEveryYear}
						hint={t("holidays.everyYearHint")}
					>
						{t("holidays.everyYear")}
					</Checkbox>
					<Checkbox
						isSelected={confirmed}
						onChange={setConfirmed}
						hint={t("holidays.confirmedHint")}
					>
						{t("holidays.confirmed")}
					</Checkbox>
					<SourceField
						hint={t("holidays.sourceHint")}
						value={source}
						onChange={setSource}
						error={wrong["/source"]}
					/>
				</>
			)}
		</RowDialog>
	);
}
