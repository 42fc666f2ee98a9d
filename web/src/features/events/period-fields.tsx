import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { type EventsSearch, PERIODS } from "./search.ts";

interface Props {
	search: EventsSearch;
	onChange: (patch: Partial<EventsSearch>) => void;
}

/** A day that goes into the address once it is whole. */
function Edge(props: {
	label: string;
	value: string | undefined;
	onChange: (day: string | undefined) => void;
}) {
	const [typed, setTyped] = useState<string | null>(props.value ?? null);
	return (
		<DateField
			label={props.label}
			value={typed}
			onChange={(day) => {
				setTyped(day);
				if (day === null || isDate(day)) props.onChange(day ?? undefined);
			}}
		/>
	);
}

/** Which days the list is about. */
export function PeriodFields({ search, onChange }: Props) {
	const { t } = useTranslation("events");
	return (
		<>
			<NativeSelect
				label={t("when.label")}
				empty={t("when.coming")}
				options={PERIODS.map((id) => ({ id, label: t(`when.${id}`) }))}
				value={search.when}
				onChange={(id) =>
					onChange({
						when: PERIODS.find((one) => one === id),
						from: undefined,
						until: undefined,
					})
				}
			/>
			{search.when === "between" && (
				<>
					<Edge
						label={t("when.from")}
						value={search.from}
						onChange={(from) => onChange({ from })}
					/>
					<Edge
						label={t("when.until")}
						value={search.until}
						onChange={(until) => onChange({ until })}
					/>
				</>
			)}
		</>
	);
}
