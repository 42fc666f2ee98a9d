import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { ProgressReport, ProgressReportInput, ProjectActivity } from "@/api/gen/types.gen.ts";
import { addProgressReport, correctProgressReport } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { readMoney } from "@/i18n/money.ts";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { TextField } from "@/ui/text-field.tsx";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import css from "./budget.module.css";
import { startOf, toProgress, unreadProgress } from "./progress.ts";
import { ProgressField } from "./progress-field.tsx";

interface Props {
	id: string;
	activities: readonly ProjectActivity[];
	/** The report to be corrected; a new one when absent. */
	report: ProgressReport | undefined;
	/** What was reported so far, latest first. */
	reports: readonly ProgressReport[];
	onClose: () => void;
}

const keyOf = ({ id, code }: ProjectActivity) => id ?? code;
const entryOf = (report: ProgressReport | undefined, activity: ProjectActivity) =>
	report?.progress?.find(({ activity_id }) => activity_id === keyOf(activity));

/** What the report says was spent on each activity, as it stands in the fields. */
const spentOf = (report: ProgressReport | undefined) => {
	const spent = new Map<string, number>();
	for (const { activity_id, amount } of report?.costs ?? [])
		spent.set(activity_id, (spent.get(activity_id) ?? 0) + amount.amount);
	return Object.fromEntries([...spent].map(([of, amount]) => [of, String(amount / 100)]));
};

/** How far each activity is on a day, and what was spent on it since the last report. */
export function ReportDialog({ id, activities, report, reports, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const { text, date } = useFormat();
	const [day, setDay] = useState<string | null>(
		() => report?.date ?? new Date().toISOString().slice(0, 10),
	);
	const [note, setNote] = useState(report?.note ?? "");
	const [rows] = useState(() =>
		activities.map((activity) => {
			const had = entryOf(report, activity);
			const earlier = reports.find((one) => one !== report && entryOf(one, activity));
			const last = report ? undefined : entryOf(earlier, activity);
			return { activity, had, last, before: startOf(activity, day ?? "", had, last) };
		}),
	);
	const [typed, setTyped] = useState(() => rows.map(({ before }) => before));
	const [before] = useState(() => spentOf(report));
	const [spent, setSpent] = useState<Record<string, string>>(before);
	const [checked, setChecked] = useState(false);
	const badMoney = (value = "") => value.trim() !== "" && readMoney(value) === null;
	const now = rows.map((row, index) => ({ ...row, typed: typed[index] ?? row.before }));
	const unread =
		Object.values(spent).some(badMoney) ||
		now.some((row) => unreadProgress(row.activity, row.typed, row.had !== undefined));
	const progress = now.flatMap(
		(row) => toProgress(row.activity, row.typed, row.before, row.had) ?? [],
	);
	// Receipts of an activity whose sum was not touched stay as they are.
	const costs = Object.entries(spent).flatMap(([activity_id, value]) => {
		const had = report?.costs?.filter((one) => one.activity_id === activity_id) ?? [];
		if (value === before[activity_id]) return had;
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
				{now.map(({ activity, had, last, typed: one }, index) => {
					const key = keyOf(activity);
					const at = progress.findIndex(({ activity_id }) => activity_id === key);
					const cost = costs.findIndex(({ activity_id }) => activity_id === key);
					return (
						<li key={key}>
							<span>
								{t("gantt.plainName", { code: activity.code, name: text(activity.name) })}
							</span>
							<ProgressField
								activity={activity}
								typed={one}
								onChange={(patch) =>
									setTyped(typed.map((was, i) => (i === index ? { ...was, ...patch } : was)))
								}
								had={had}
								last={last}
								checked={checked}
								said={(member) => action.wrong[`/progress/${at}/${member}`]}
							/>
							<TextField
								label={t("report.spent")}
								dir="ltr"
								inputMode="decimal"
								value={spent[key] ?? ""}
								onChange={(value) => setSpent({ ...spent, [key]: value })}
								error={
									checked && badMoney(spent[key])
										? t("cost.unread")
										: action.wrong[`/costs/${cost}/amount`]
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
