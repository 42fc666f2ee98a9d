import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectActivity } from "@/api/gen/types.gen.ts";
import { addProgressReport } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "../queries.ts";
import { readMoney, readNumber } from "../use-money.ts";
import css from "./budget.module.css";

interface Props {
	id: string;
	activities: readonly ProjectActivity[];
	onClose: () => void;
}

/** How far each activity is on a day, and what was spent on it since the last report. */
export function ReportDialog({ id, activities, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [day, setDay] = useState<string | null>(() => new Date().toISOString().slice(0, 10));
	const [note, setNote] = useState("");
	const [percent, setPercent] = useState<Record<string, string>>({});
	const [spent, setSpent] = useState<Record<string, string>>({});
	const [checked, setChecked] = useState(false);
	const typed = (from: Record<string, string>) =>
		Object.entries(from).filter(([, value]) => value.trim() !== "");
	const unread =
		typed(percent).some(([, value]) => readNumber(value) === null) ||
		typed(spent).some(([, value]) => readMoney(value) === null);
	const progress = typed(percent).map(([activity_id, value]) => ({
		activity_id,
		percent: readNumber(value) ?? 0,
	}));
	const costs = typed(spent).flatMap(([activity_id, value]) => {
		const amount = readMoney(value);
		return amount ? [{ activity_id, amount }] : [];
	});
	const send = async () => {
		await addProgressReport({
			path: { id },
			body: { date: day ?? "", note: note.trim() || null, progress, costs },
			throwOnError: true,
		});
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		say(t("report.added"));
		onClose();
	};
	const submit = () => {
		setChecked(true);
		if (isDate(day) && !unread) void action.run(send);
	};
	return (
		<Dialog title={t("report.new")} isOpen onClose={onClose} wide>
			<Form action={action} onSubmit={submit}>
				<DateField
					label={t("report.date")}
					value={day}
					onChange={setDay}
					error={checked && !isDate(day) ? t("common:field.date") : action.wrong["/date"]}
					isRequired
				/>
				<p className={css.quiet}>{t("report.help")}</p>
				<ul className={css.report}>
					{activities.map((one) => {
						const key = one.id ?? one.code;
						const name = t("gantt.plainName", { code: one.code, name: text(one.name) });
						const at = progress.findIndex(({ activity_id }) => activity_id === key);
						const cost = costs.findIndex(({ activity_id }) => activity_id === key);
						const badPercent =
							(percent[key] ?? "").trim() && readNumber(percent[key] ?? "") === null;
						const badMoney = (spent[key] ?? "").trim() && readMoney(spent[key] ?? "") === null;
						return (
							<li key={key}>
								<span>{name}</span>
								<TextField
									label={t("report.percent")}
									hint={t("report.was", { value: one.percent_done ?? 0 })}
									dir="ltr"
									inputMode="decimal"
									value={percent[key] ?? ""}
									onChange={(value) => setPercent({ ...percent, [key]: value })}
									error={
										checked && badPercent
											? t("report.unread")
											: action.wrong[`/progress/${at}/percent`]
									}
								/>
								<TextField
									label={t("report.spent")}
									dir="ltr"
									inputMode="decimal"
									value={spent[key] ?? ""}
									onChange={(value) => setSpent({ ...spent, [key]: value })}
									error={
										checked && badMoney ? t("cost.unread") : action.wrong[`/costs/${cost}/amount`]
									}
								/>
							</li>
						);
					})}
				</ul>
				<TextField
					label={t("report.note")}
					note={t("common:state.optional")}
					dir="auto"
					multiline
					value={note}
					onChange={setNote}
					error={action.wrong["/note"]}
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("report.send")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
