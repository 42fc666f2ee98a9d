import { useId } from "react";
import { useTranslation } from "react-i18next";
import { latinDigits } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import css from "./date-field.module.css";
import { composeDate, type DateParts, splitDate } from "./date-parts.ts";
import field from "./field.module.css";
import { ErrorText, type FieldProps, Remark } from "./field.tsx";
import { ChevronDown } from "./icons.tsx";

interface Props extends FieldProps {
	id?: string | undefined;
	/** `YYYY-MM-DD`, or the unfinished parts as typed (`2021--4`), or nothing. */
	value: string | null;
	onChange: (value: string | null) => void;
	isRequired?: boolean;
}

/** Day, month by its name, year: nobody has to know which number comes first. */
export function DateField({ label, hint, error, note, remark, value, onChange, ...props }: Props) {
	const made = useId();
	const id = props.id ?? made;
	const { t } = useTranslation("common");
	const { months } = useFormat();
	const parts = splitDate(value);
	const set = (patch: Partial<DateParts>) => onChange(composeDate({ ...parts, ...patch }));
	const invalid = error ? true : undefined;
	const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
	const digits = (typed: string, length: number) =>
		latinDigits(typed).replace(/\D/g, "").slice(0, length);
	return (
		<fieldset className={field.field} aria-describedby={about || undefined}>
			<legend className={field.label}>
				{label}
				{note && <span className={field.note}> ({note})</span>}
			</legend>
			<Remark>{remark}</Remark>
			<div className={css.parts}>
				<label className={css.part}>
					<span>{t("date.day")}</span>
					<input
						id={id}
						className={field.input}
						inputMode="numeric"
						autoComplete="off"
						size={2}
						value={parts.day}
						required={props.isRequired}
						aria-invalid={invalid}
						onChange={(event) => set({ day: digits(event.target.value, 2) })}
					/>
				</label>
				<label className={css.part}>
					<span>{t("date.month")}</span>
					<div className={field.selectWrap}>
						<select
							className={field.input}
							value={parts.month}
							required={props.isRequired}
							aria-invalid={invalid}
							onChange={(event) => set({ month: event.target.value })}
						>
							<option value="">—</option>
							{months.map((name, index) => (
								<option key={name} value={String(index + 1).padStart(2, "0")}>
									{name}
								</option>
							))}
						</select>
						<ChevronDown size={16} />
					</div>
				</label>
				<label className={css.part}>
					<span>{t("date.year")}</span>
					<input
						className={field.input}
						inputMode="numeric"
						autoComplete="off"
						size={4}
						value={parts.year}
						required={props.isRequired}
						aria-invalid={invalid}
						onChange={(event) => set({ year: digits(event.target.value, 4) })}
					/>
				</label>
			</div>
			{hint && (
				<span id={`${id}-hint`} className={field.hint}>
					{hint}
				</span>
			)}
			{error && (
				<span id={`${id}-error`} className={field.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
		</fieldset>
	);
}
