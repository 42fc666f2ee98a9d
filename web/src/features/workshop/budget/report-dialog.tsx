import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { ProgressReport, ProgressReportInput, ProjectActivity } from "@/api/gen/types.gen.ts";
import { addProgressReport, correctProgressReport } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { ConflictDialog, isStale } from "@/ui/conflict-dialog.tsx";
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
	const queryClient = useQueryClient();
	const action = useAction();
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
	const finish = async (word: string) => {
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		say(word);
		onClose();
	};
	const send = async (from: number | "*") => {
		const body: ProgressReportInput = {
			date: day ?? "",
			note: note.trim() || null,
			progress,
			costs,
		};
		if (report) {
			await correctProgressReport({
				path: { id, report_id: report.id },
				body,
				headers: ifMatch(from),
				throwOnError: true,
			});
		} else await addProgressReport({ path: { id }, body, throwOnError: true });
		await finish(t(report ? "report.corrected" : "report.added"));
	};
	const submit = () => {
		setChecked(true);
		if (isDate(day) && !unread) void action.run(() => send(report?.version ?? "*"));
	};
	if (isStale(action.error))
		return (
			<ConflictDialog
				busy={action.busy}
				onKeepMine={() => void action.run(() => send("*"))}
				onTakeTheirs={() => void finish(t("common:conflict.taken"))}
				onClose={action.clear}
			/>
		);
	const title = report ? t("report.correctOf", { date: date(report.date) }) : t("report.new");
	return (
		<Dialog title={title} isOpen onClose={onClose} wide>
			<Form action={action} onSubmit={submit}>
				<DateField
					label={t("report.date")}
					value={day}
					onChange={setDay}
					error={checked && !isDate(day) ? t("common:field.date") : action.wrong["/date"]}
					isRequired
				/>
				<p className={css.quiet}>{t(report ? "report.correctHelp" : "report.help")}</p>
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
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("report.send")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
