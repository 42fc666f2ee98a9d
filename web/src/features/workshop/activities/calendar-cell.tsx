import { useTranslation } from "react-i18next";
import { NativeSelect } from "@/ui/native-select.tsx";
import type { Row } from "./rows.ts";

interface Props {
	row: Row;
	label: string;
	names: readonly string[];
	error: string | undefined;
	onChange: (calendar: string) => void;
}

/** Whose working time an activity follows. */
export function CalendarCell({ row, label, names, error, onChange }: Props) {
	const { t } = useTranslation("workshop");
	// A calendar taken away meanwhile is still named, so that it can be changed.
	const all = row.calendar && !names.includes(row.calendar) ? [...names, row.calendar] : names;
	return (
		<NativeSelect
			label={label}
			hideLabel
			empty={t("calendar.project")}
			options={all.map((one) => ({ id: one, label: one }))}
			value={row.calendar}
			onChange={(calendar) => onChange(calendar ?? "")}
			error={error}
		/>
	);
}
