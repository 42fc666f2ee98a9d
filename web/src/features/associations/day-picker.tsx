import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "@/i18n/days.ts";
import { Button } from "@/ui/button.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Clock } from "@/ui/icons.tsx";
import css from "./associations.module.css";

type Fault = "date" | "future";

const faultOf = (day: string | null): Fault | undefined => {
	if (!isDate(day)) return "date";
	return day > today() ? "future" : undefined;
};

/** Asks for the file as it was on a day; the answer is this page with the day in its address. */
export function DayPicker({ day }: { day?: string }) {
	const { t } = useTranslation("associations");
	const navigate = useNavigate();
	const [typed, setTyped] = useState<string | null>(day ?? null);
	const [fault, setFault] = useState<Fault>();
	const show = (event: FormEvent) => {
		event.preventDefault();
		const found = faultOf(typed);
		setFault(found);
		if (found || !typed) return;
		void navigate({ to: ".", search: { as_of: typed } });
		scrollTo({ top: 0 });
	};
	return (
		<form className={css.day} onSubmit={show} noValidate>
			<DateField
				label={t("past.pick")}
				hint={t("past.pickHint")}
				value={typed}
				onChange={setTyped}
				error={fault && t(`fault.${fault}`)}
				isRequired
			/>
			<Button type="submit">
				<Clock />
				{t("past.show")}
			</Button>
		</form>
	);
}
