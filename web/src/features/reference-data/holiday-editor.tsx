import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Holiday } from "@/api/gen/types.gen.ts";
import { addHoliday, amendHoliday } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { namesOf, noNames, textOf } from "@/i18n/names.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { NameFields } from "./name-fields.tsx";

interface Props {
	/** The holiday that is amended; a new one when absent. */
	holiday?: Holiday | undefined;
	onClose: () => void;
}

/** A public holiday as the ministry writes it: confirming its date moves every plan that takes it. */
export function HolidayEditor({ holiday, onClose }: Props) {
	const { t } = useTranslation(["reference-data", "common"]);
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [code, setCode] = useState(holiday?.code ?? "");
	const [names, setNames] = useState(holiday ? namesOf(holiday.name) : noNames);
	const [date, setDate] = useState<string | null>(holiday?.date ?? null);
	const [until, setUntil] = useState<string | null>(holiday?.until ?? null);
	const [everyYear, setEveryYear] = useState(holiday?.every_year ?? false);
	const [confirmed, setConfirmed] = useState(holiday?.confirmed ?? false);
	const [source, setSource] = useState(holiday?.source ?? "");
	const save = async () => {
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
		await queryClient.invalidateQueries({ queryKey: ["reference-data", "holidays"] });
		say(t("saved"));
		onClose();
	};
	const title = holiday ? t("edit", { name: text(holiday.name) }) : t("holidays.add");
	return (
		<Dialog title={title} isOpen onClose={onClose}>
			<Form action={action} onSubmit={() => void action.run(save)}>
				{!holiday && (
					<TextField
						label={t("code")}
						hint={t("holidays.codeHint")}
						dir="ltr"
						value={code}
						onChange={setCode}
						error={action.wrong["/code"]}
						isRequired
					/>
				)}
				<NameFields value={names} onChange={setNames} wrong={action.wrong} />
				<DateField
					label={t("holidays.date")}
					value={date}
					onChange={setDate}
					error={action.wrong["/date"]}
					isRequired
				/>
				<DateField
					label={t("holidays.until")}
					hint={t("holidays.untilHint")}
					value={until}
					onChange={setUntil}
					error={action.wrong["/until"]}
				/>
				<Checkbox isSelected={everyYear} onChange={setEveryYear} hint={t("holidays.everyYearHint")}>
					{t("holidays.everyYear")}
				</Checkbox>
				<Checkbox isSelected={confirmed} onChange={setConfirmed} hint={t("holidays.confirmedHint")}>
					{t("holidays.confirmed")}
				</Checkbox>
				<TextField
					label={t("source")}
					hint={t("holidays.sourceHint")}
					dir="auto"
					value={source}
					onChange={setSource}
					error={action.wrong["/source"]}
					isRequired
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
