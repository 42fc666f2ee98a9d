import { useTranslation } from "react-i18next";
import type { ActivityProgress, ProjectActivity } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DateField } from "@/ui/date-field.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { isOtherwise } from "../measure.ts";
import { useMeasure } from "../use-measure.ts";
import css from "./budget.module.css";
import { isFixed, STATES, type TypedProgress, unreadProgress } from "./progress.ts";

interface Props {
	activity: ProjectActivity;
	typed: TypedProgress;
	onChange: (patch: Partial<TypedProgress>) => void;
	/** What this report says of the activity, when it is corrected. */
	had: ActivityProgress | undefined;
	/** What was reported last, before this one. */
	last: ActivityProgress | undefined;
	checked: boolean;
	/** The measure is another one since the field was filled in. */
	remeasured: boolean;
	/** The server's word on a member of the entry. */
	said: (member: string) => string | undefined;
}

/** How far an activity is, asked as its work is measured. */
export function ProgressField(props: Props) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const { activity, typed, remeasured } = props;
	const begun = activity.actual_start?.slice(0, 10);
	const word = remeasured
		? t("report.remeasured")
		: isFixed(activity) && typed.state === "none" && begun
			? t("report.takesBack", { date: date(begun) })
			: undefined;
	return (
		<div className={css.steps}>
			<Measured {...props} />
			<div role="status">
				{word && (
					<Notice tone="info">
						<p>{word}</p>
					</Notice>
				)}
			</div>
		</div>
	);
}

function Measured(props: Props) {
	const { activity, typed, onChange, had, last, checked, said } = props;
	const { t } = useTranslation(["workshop", "common"]);
	const { text } = useFormat();
	const { total, percent, reported } = useMeasure();
	const { measure, percent_done } = activity;
	const wrong = checked ? unreadProgress(activity, typed, had !== undefined) : undefined;
	const told = had ?? last;
	const now = told ? reported(measure, told) : percent(percent_done);
	const value = t(had ? "report.said" : "report.was", { value: now });
	const otherwise = told !== undefined && isOtherwise(measure, told);
	const was = otherwise ? `${value}. ${t("report.otherMeasure")}` : value;
	if (measure?.method === "units") {
		return (
			<div className={css.steps}>
				<TextField
					label={t("report.units", { of: total(measure) })}
					hint={was}
					dir="ltr"
					inputMode="decimal"
					value={typed.units}
					onChange={(value) => onChange({ units: value })}
					error={wrong ? t("report.unreadUnits") : said("units")}
				/>
			</div>
		);
	}
	if (measure?.method === "milestones") {
		const word = said("steps") ?? typed.steps.map((_, at) => said(`steps/${at}`)).find(Boolean);
		return (
			<fieldset className={css.steps}>
				<legend className={field.label}>{t("report.steps")}</legend>
				{measure.steps?.map(({ code, name }) => (
					<Checkbox
						key={code}
						isSelected={typed.steps.includes(code)}
						onChange={(reached) =>
							onChange({
								steps: reached ? [...typed.steps, code] : typed.steps.filter((one) => one !== code),
							})
						}
					>
						<bdi>{text(name)}</bdi>
					</Checkbox>
				))}
				<span className={field.hint}>{was}</span>
				{word && (
					<span className={field.error}>
						<ErrorText>{word}</ErrorText>
					</span>
				)}
			</fieldset>
		);
	}
	if (isFixed(activity)) {
		const noDate = t("common:field.date");
		return (
			<div className={css.steps}>
				<NativeSelect
					label={t("report.state")}
					hint={was}
					empty={t("report.same")}
					options={STATES.map((id) => ({ id, label: t(`measure.state.${id}`) }))}
					value={typed.state}
					onChange={(id) => onChange({ state: STATES.find((one) => one === id) ?? null })}
				/>
				{(typed.state === "begun" || typed.state === "done") && (
					<DateField
						label={t("report.begunOn")}
						value={typed.start}
						onChange={(start) => onChange({ start })}
						error={wrong === "start" ? noDate : said("actual_start")}
						isRequired
					/>
				)}
				{typed.state === "done" && (
					<DateField
						label={t("report.doneOn")}
						value={typed.finish}
						onChange={(finish) => onChange({ finish })}
						error={wrong === "finish" ? noDate : said("actual_finish")}
						isRequired
					/>
				)}
			</div>
		);
	}
	return (
		<TextField
			label={t("report.percent")}
			hint={had && !otherwise ? undefined : was}
			dir="ltr"
			inputMode="decimal"
			value={typed.percent}
			onChange={(value) => onChange({ percent: value })}
			error={wrong ? t("report.unread") : said("percent")}
		/>
	);
}
