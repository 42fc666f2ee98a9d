import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { SeatConditions } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { CodeList } from "@/ui/code-list.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { MomentField } from "@/ui/moment-field.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import { SEAT_FLAGS } from "../seat-words.ts";
import css from "./form.module.css";
import type { Section } from "./section.ts";
import { keptSeats, newQuota } from "./values.ts";

const MOST = 100;

/** When nominations are taken, and whether associations ask for themselves. */
export function Enrolling({ typed, onChange, said }: Section) {
	const { t } = useTranslation("training");
	return (
		<Card title={t("form.enrolling")}>
			<p className="quiet">{t("form.enrollingLead")}</p>
			<MomentField
				label={t("form.opensOn")}
				timeLabel={t("form.opensAt")}
				day={typed.opensOn}
				time={typed.opensAt}
				onDay={(opensOn) => onChange({ opensOn })}
				onTime={(opensAt) => onChange({ opensAt })}
				said={said}
				at="/opens_at"
			/>
			<MomentField
				label={t("form.closesOn")}
				timeLabel={t("form.closesAt")}
				day={typed.closesOn}
				time={typed.closesAt}
				onDay={(closesOn) => onChange({ closesOn })}
				onTime={(closesAt) => onChange({ closesAt })}
				said={said}
				at="/closes_at"
			/>
			<Checkbox
				isSelected={typed.selfEnrolment}
				hint={t("form.selfHint")}
				onChange={(selfEnrolment) => onChange({ selfEnrolment })}
			>
				{t("form.self")}
			</Checkbox>
			{typed.selfEnrolment && (
				<NativeSelect
					label={t("form.approval")}
					options={(["chamber", "nobody"] as const).map((id) => ({
						id,
						label: t(`form.approvals.${id}`),
					}))}
					value={typed.approval}
					onChange={(id) => onChange({ approval: id === "nobody" ? id : "chamber" })}
					error={said["/approval"]}
					isRequired
				/>
			)}
		</Card>
	);
}

/** Whom seats are kept for. */
function For(props: {
	value: SeatConditions;
	onChange: (value: SeatConditions) => void;
	said: Section["said"];
	at: string;
}) {
	const { value, onChange, said, at } = props;
	const { t } = useTranslation("training");
	const wilayas = useWilayas();
	const id = useId();
	const set = (patch: SeatConditions) => onChange({ ...value, ...patch });
	return (
		<fieldset className={css.for} aria-describedby={said[at] ? `${id}-error` : undefined}>
			<legend className={field.label}>{t("form.for")}</legend>
			<div className={css.boxes}>
				{SEAT_FLAGS.map((flag) => (
					<Checkbox
						key={flag}
						isSelected={value[flag] ?? false}
						onChange={(on) => set({ [flag]: on })}
					>
						{t(`seat.${flag}`)}
					</Checkbox>
				))}
			</div>
			<CodeList
				label={t("form.seatWilayas")}
				empty={t(value.wilayas?.length ? "form.another" : "allWilayas")}
				remove={(name) => t("form.removeCode", { name })}
				options={wilayas.options}
				name={wilayas.name}
				chosen={value.wilayas ?? []}
				onChange={(chosen) => set({ wilayas: chosen })}
				error={said[`${at}/wilayas`]}
			/>
			{said[at] && (
				<span id={`${id}-error`} className={field.error}>
					<ErrorText>{said[at]}</ErrorText>
				</span>
			)}
		</fieldset>
	);
}

/** Seats, and those of them that are kept. */
export function Seats({ typed, onChange, said }: Section) {
	const { t } = useTranslation("training");
	const { number } = useFormat();
	const { quotas } = typed;
	const kept = keptSeats(typed);
	const rest = (typed.capacity ?? 0) - kept;
	return (
		<Card title={t("form.seats")}>
			<Fields>
				<NumberField
					label={t("form.capacity")}
					value={typed.capacity}
					onChange={(capacity) => onChange({ capacity })}
					error={said["/capacity"] ?? said["/quotas"]}
					isRequired
				/>
			</Fields>
			<OrderedRows
				lead={t("quotas.lead")}
				add={t("form.addQuota")}
				rows={quotas}
				onChange={(next) => onChange({ quotas: next })}
				blank={() => newQuota(quotas)}
				legend={(quota, index) => quota.name.ar || t("form.quota", { number: index + 1 })}
				most={MOST}
			>
				{(quota, index, set) => {
					const at = `/quotas/${index}`;
					return (
						<>
							<TextInThree
								label={t("form.quotaName")}
								value={quota.name}
								onChange={(name) => set({ name })}
								said={said}
								at={`${at}/name`}
								isRequired
								folded
							/>
							<div className={css.pair}>
								<NumberField
									label={t("form.quotaSeats")}
									value={quota.seats}
									onChange={(seats) => set({ seats })}
									error={said[`${at}/seats`]}
									isRequired
								/>
								<TextField
									label={t("form.code")}
									hint={t("form.codeHint")}
									dir="ltr"
									autoComplete="off"
									value={quota.code}
									onChange={(code) => set({ code })}
									error={said[`${at}/code`]}
									isRequired
								/>
							</div>
							<For
								value={quota.for}
								onChange={(conditions) => set({ for: conditions })}
								said={said}
								at={`${at}/for`}
							/>
						</>
					);
				}}
			</OrderedRows>
			{quotas.length > 0 && (
				<p role="status" className="num">
					{rest < 0
						? t("form.overSeats", { number: number(-rest) })
						: t("form.kept", { kept: number(kept), rest: number(rest) })}
				</p>
			)}
		</Card>
	);
}
