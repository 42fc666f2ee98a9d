import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { ProgressReport, ProgressReportInput, ProjectActivity } from "@/api/gen/types.gen.ts";
import { addProgressReport, correctProgressReport } from "@/api/gen/workshop-sdk.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { moneyFault, readMoney } from "@/i18n/money.ts";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Notice } from "@/ui/notice.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { activitiesQuery, reportsQuery } from "../queries.ts";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import css from "./budget.module.css";
import {
	type Method,
	methodOf,
	startOf,
	type TypedProgress,
	toProgress,
	unreadProgress,
} from "./progress.ts";
import { ProgressField } from "./progress-field.tsx";

interface Props {
	id: string;
	/** The report to be corrected; a new one when absent. */
	report: ProgressReport | undefined;
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

/** What was typed for an activity, and the measure it was typed under. */
interface Touched {
	method: Method;
	patch: Partial<TypedProgress>;
}

/**
 * How far each activity is on a day, and what was spent on it since the last report. The fields follow the measures as they
 * are kept now, not as another page has left them: they wait for them, and change with them around what was typed.
 */
export function ReportDialog({ id, report: asked, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const { text, date } = useFormat();
	const [opened] = useState(Date.now);
	const activities = useQuery({ ...activitiesQuery(id), staleTime: 0 });
	const list = useQuery({ ...reportsQuery(id), staleTime: 0 });
	const awaits = [activities, list].filter(({ dataUpdatedAt }) => dataUpdatedAt < opened);
	// A correction starts from one version of the report: what comes later is told when it is sent.
	const [reports, setReports] = useState<readonly ProgressReport[]>();
	if (!reports && list.data && list.dataUpdatedAt >= opened) setReports(list.data);
	const report = asked && (reports?.find((one) => one.id === asked.id) ?? asked);
	const [opening] = useState(() => today());
	const first = report?.date ?? opening;
	const [typedDay, setDay] = useState<string | null>();
	const day = typedDay === undefined ? first : typedDay;
	const [typedNote, setNote] = useState<string>();
	const note = typedNote ?? report?.note ?? "";
	const [touched, setTouched] = useState<Record<string, Touched>>({});
	const now = (activities.data ?? []).map((activity) => {
		const key = keyOf(activity);
		const had = entryOf(report, activity);
		const earlier = reports?.find((one) => one.id !== report?.id && entryOf(one, activity));
		const last = report ? undefined : entryOf(earlier, activity);
		const before = startOf(activity, first, had, last);
		const { method, patch } = touched[key] ?? { method: methodOf(activity) };
		const typed = { ...before, ...patch };
		return { key, activity, had, last, before, typed, remeasured: method !== methodOf(activity) };
	});
	const before = spentOf(report);
	const [typedSpent, setSpent] = useState<Record<string, string>>({});
	const spent: Record<string, string> = { ...before, ...typedSpent };
	const [checked, setChecked] = useState(false);
	const spentFault = (value = "") => moneyFault(value, true);
	const unread =
		Object.values(spent).some(spentFault) ||
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
	const sameDay = reports?.some((one) => one.id !== report?.id && one.date === day) ?? false;
	const nothing = progress.length === 0 && costs.length === 0 && note.trim() === "";
	const [sent, setSent] = useState({ progress, costs });
	const body: ProgressReportInput = { date: day ?? "", note: note.trim() || null, progress, costs };
	const saving = useSaving(
		id,
		async (from) => {
			try {
				await (report
					? correctProgressReport({
							path: { id, report_id: report.id },
							body,
							headers: ifMatch(from),
							throwOnError: true,
						})
					: addProgressReport({ path: { id }, body, throwOnError: true }));
			} catch (refused) {
				// Perhaps somebody else has changed a measure meanwhile.
				void activities.refetch();
				throw refused;
			}
		},
		onClose,
		t(report ? "report.corrected" : "report.added"),
	);
	const { action, save } = saving;
	const submit = () => {
		setChecked(true);
		if (awaits.length > 0 || !isDate(day) || sameDay || unread || nothing) return;
		setSent({ progress, costs });
		save(report?.version);
	};
	const wordOnSpent = (value: string | undefined) => {
		const fault = checked && spentFault(value);
		return fault ? t(`cost.${fault}`) : undefined;
	};
	const wordOnDay =
		checked && !isDate(day)
			? t("common:field.date")
			: checked && sameDay
				? t("report.sameDay")
				: undefined;
	/** What is said of an entry as a whole is said of its day. */
	const onWhole = Object.entries(action.wrong).find(([pointer]) =>
		/^\/(progress|costs)\/\d+(\/date)?$/.test(pointer),
	)?.[1];
	const title = report ? t("report.correctOf", { date: date(report.date) }) : t("report.new");
	return (
		<SavingDialog
			saving={saving}
			title={title}
			onSubmit={submit}
			submit={t("report.send")}
			awaits={awaits}
			wide
		>
			<DateField
				label={t("report.date")}
				value={day}
				onChange={setDay}
				error={wordOnDay ?? action.wrong["/date"] ?? onWhole}
				isRequired
			/>
			<p className="quiet">{t(report ? "report.correctHelp" : "report.help")}</p>
			{checked && nothing && <Notice tone="bad" title={t("report.nothing")} alert />}
			<ul className={css.report}>
				{now.map(({ key, activity, had, last, typed, remeasured }) => {
					const at = sent.progress.findIndex(({ activity_id }) => activity_id === key);
					const cost = sent.costs.findIndex(({ activity_id }) => activity_id === key);
					return (
						<li key={key}>
							<span>
								{t("gantt.plainName", { code: activity.code, name: text(activity.name) })}
							</span>
							<ProgressField
								activity={activity}
								typed={typed}
								onChange={(patch) =>
									setTouched({
										...touched,
										[key]: {
											method: methodOf(activity),
											patch: { ...touched[key]?.patch, ...patch },
										},
									})
								}
								remeasured={remeasured}
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
								onChange={(value) => setSpent({ ...typedSpent, [key]: value })}
								error={
									wordOnSpent(spent[key]) ??
									action.wrong[`/costs/${cost}/amount`] ??
									action.wrong[`/costs/${cost}/amount/amount`]
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
