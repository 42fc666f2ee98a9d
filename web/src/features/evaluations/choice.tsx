import { useId } from "react";
import { useTranslation } from "react-i18next";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import css from "./evaluations.module.css";

interface Option<Value> {
	value: Value;
	label: string;
	/** What it means, where the label is a number. */
	meaning?: string | undefined;
}

interface Props<Value> {
	label: string;
	options: readonly Option<Value>[];
	value: Value | undefined;
	onChange: (value: Value) => void;
	/** Numbers in one row whose ends have words. */
	scale?: boolean;
	missing: boolean;
}

/** One answer of several, as radio buttons: arrows move. */
export function Choice<Value extends string | number | boolean>(props: Props<Value>) {
	const { label, options, value, onChange, scale, missing } = props;
	const { t } = useTranslation("evaluations");
	const id = useId();
	const [low, high] = [options[0]?.meaning, options.at(-1)?.meaning];
	return (
		<fieldset
			className={css.choice}
			data-wrong={missing || undefined}
			aria-describedby={missing ? `${id}-error` : undefined}
		>
			<legend>
				<b>{label}</b>
			</legend>
			<div className={scale ? css.scale : css.words}>
				{options.map((one) => (
					<label
						key={String(one.value)}
						className={css.option}
						data-on={one.value === value || undefined}
					>
						<input
							type="radio"
							name={id}
							checked={one.value === value}
							aria-invalid={missing || undefined}
							onChange={() => onChange(one.value)}
						/>
						<span>
							{one.label}
							{one.meaning && <span className="visually-hidden"> ({one.meaning})</span>}
						</span>
					</label>
				))}
			</div>
			{scale && (
				<p className={css.ends} aria-hidden="true">
					<span>{low}</span>
					<span>{high}</span>
				</p>
			)}
			{missing && (
				<span id={`${id}-error`} className={field.error}>
					<ErrorText>{t("form.choose")}</ErrorText>
				</span>
			)}
		</fieldset>
	);
}
