import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { ProgressReport, ProgressReportInput, ProjectActivity } from "@/api/gen/types.gen.ts";
import { addProgressReport, correctProgressReport } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { TextField } from "@/ui/text-field.tsx";
import { readMoney, readNumber } from "../use-money.ts";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import css from "./budget.module.css";

interface Props {
	id: string;
	activities: readonly ProjectActivity[];
	/** The report to be corrected; a new one when absent. */
	report: ProgressReport | undefined;
	onClose: () => void;
}

/** What a report says of each activity, as it stands in the fields. */
const typedOf = (report: ProgressReport | undefined) => {
	const spent = new Map<string, number>();
	for (const { activity_id, amount } of report?.costs ?? [])
		spent.set(activity_id, (spent.get(activity_id) ?? 0) + amount.amount);
	return {
		percent: Object.fromEntries(
			(report?.progress ?? []).map((one) => [one.activity_id, String(one.percent)]),
		),
		spent: Object.fromEntries([...spent].map(([of, amount]) => [of, String(amount / 100)])),
	};
};

/** How far each activity is on a day, and what was spent on it since the last report. */
export function ReportDialog({ id, activities, report, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const { text, date } = useFormat();
	const [before] = useState(() => typedOf(report));
	const [day, setDay] = useState<string | null>(
		() => report?.date ?? new Date().toISOString().slice(0, 10),
	);
	const [note, setNote] = useState(report?.note ?? "");
	const [percent, setPercent] = useState<Record<string, string>>(before.percent);
	const [spent, setSpent] = useState<Record<string, string>>(before.spent);
	const [checked, setChecked] = useState(false);
	const typed = (from: Record<string, string>) =>
		Object.entries(from).filter(([, value]) => value.trim() !== "");
	const unread =
		typed(percent).some(([, value]) => readNumber(value) === null) ||
		typed(spent).some(([, value]) => readMoney(value) === null);
	const progress = typed(percent).map(([activity_id, value]) => ({
		...report?.progress?.find((one) => one.activity_id === activity_id),
		activity_id,
		percent: readNumber(value) ?? 0,
	}));
	// Receipts of an activity whose sum was not touched stay as they are.
	const costs = typed(spent).flatMap(([activity_id, value]) => {
		const had = report?.costs?.filter((one) => one.activity_id === activity_id) ?? [];
		if (value === before.spent[activity_id]) return had;
		const amount = readMoney(value);
		return amount ? [{ ...(had.length === 1 ? had[0] : {}), activity_id, amount }] : [];
	});
	const body: ProgressReportInput = { date: day ?? "", note: note.trim() || null, progress, costs };
	const saving = useSaving(
		id,
		(from) =>
			report
				? correctProgressReport({
						path: { id, report_id: report.id },
						body,
						headers: ifMatch(from),
						throwOnError: true,
					})
				: addProgressReport({ path: { id }, body, throwOnError: true }),
		onClose,
		t(report ? "report.corrected" : "report.added"),
	);
	const { action, save } = saving;
	const submit = () => {
		setChecked(true);
		if (isDate(day) && !unread) save(report?.version);
	};
	const title = report ? t("report.correctOf", { date: date(report.date) }) : t("report.new");
	return (
		<SavingDialog saving={saving} title={title} onSubmit={submit} submit={t("report.send")} wide>
			<DateField
				label={t("report.date")}
				value={day}
				onChange={setDay}
				error={checked && !isDate(day) ? t("common:field.date") : action.wrong["/date"]}
				isRequired
			/>
			<p className="quiet">{t(report ? "report.correctHelp" : "report.help")}</p>
			<ul className={css.report}>
				{activities.map((one) => {
					const key = one.id ?? one.code;
					const name = t("gantt.plainName", { code: one.code, name: text(one.name) });
					const at = progress.findIndex(({ activity_id }) => activity_id === key);
					const cost = costs.findIndex(({ activity_id }) => activity_id === key);
					const badPercent = (percent[key] ?? "").trim() && readNumber(percent[key] ?? "") === null;
					const badMoney = (spent[key] ?? "").trim() && readMoney(spent[key] ?? "") === null;
					return (
						<li key={key}>
							<span>{name}</span>
							<TextField
								label={t("report.percent")}
								hint={report ? undefined : t("report.was", { value: one.percent_done ?? 0 })}
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
		</SavingDialog>
	);
}
