import { useId } from "react";
import css from "./field.module.css";
import { ErrorText, type FieldProps, Remark } from "./field.tsx";
import { ChevronDown } from "./icons.tsx";

export interface Option {
	id: string;
	label: string;
}

export interface NativeSelectProps extends FieldProps {
	id?: string | undefined;
	/** What an empty choice says: "all wilayas", "choose". */
	empty?: string | undefined;
	options: readonly Option[];
	value: string | null | undefined;
	onChange: (id: string | null) => void;
	/** The label is for screen readers only: in tables, where the heading says it. */
	hideLabel?: boolean;
	isRequired?: boolean;
	isDisabled?: boolean;
}

/** The platform's own list: no script to load, right on phones, known to every screen reader. */
export function NativeSelect(props: NativeSelectProps) {
	const made = useId();
	const id = props.id ?? made;
	const about = [props.hint && `${id}-hint`, props.error && `${id}-error`]
		.filter(Boolean)
		.join(" ");
	return (
		<div className={css.field}>
			<label htmlFor={id} className={props.hideLabel ? "visually-hidden" : css.label}>
				{props.label}
				{props.note && <span className={css.note}> ({props.note})</span>}
			</label>
			<Remark>{props.remark}</Remark>
			<div className={css.selectWrap}>
				<select
					id={id}
					className={css.input}
					value={props.value ?? ""}
					required={props.isRequired}
					disabled={props.isDisabled}
					aria-invalid={props.error ? true : undefined}
					aria-describedby={about || undefined}
					onChange={(event) => props.onChange(event.target.value || null)}
				>
					{props.empty !== undefined && <option value="">{props.empty}</option>}
					{props.options.map((option) => (
						<option key={option.id} value={option.id}>
							{option.label}
						</option>
					))}
				</select>
				<ChevronDown size={16} />
			</div>
			{props.hint && (
				<span id={`${id}-hint`} className={css.hint}>
					{props.hint}
				</span>
			)}
			{props.error && (
				<span id={`${id}-error`} className={css.error}>
					<ErrorText>{props.error}</ErrorText>
				</span>
			)}
		</div>
	);
}
