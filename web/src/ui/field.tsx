import { type ReactNode, useId } from "react";
import css from "./field.module.css";

export interface FieldProps {
	label: string;
	/** The label is for screen readers only: in tables, where the heading says it. */
	hideLabel?: boolean | undefined;
	hint?: string | undefined;
	/** What is wrong, in the reader's words. */
	error?: string | undefined;
	/** A word after the label, such as "optional". */
	note?: string | undefined;
	/** What the officer who reviewed the file asks about this field. */
	remark?: string | undefined;
}

/** What ties a control to the words around it. */
export interface Control {
	id: string;
	className: string | undefined;
	"aria-describedby": string | undefined;
	"aria-invalid": true | undefined;
}

export function Remark({ children }: { children: string | undefined }) {
	return children ? <p className={css.remark}>{children}</p> : null;
}

export function ErrorText({ children }: { children: ReactNode }) {
	return (
		<>
			<span aria-hidden="true">▲</span>
			<span>{children}</span>
		</>
	);
}

/** Label above, control, hint and error below, tied together for screen readers. */
export function Field(
	props: FieldProps & { id?: string | undefined; children: (control: Control) => ReactNode },
) {
	const { label, hideLabel, hint, error, note, remark, children } = props;
	const made = useId();
	const id = props.id ?? made;
	const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
	return (
		<div className={css.field}>
			<label htmlFor={id} className={hideLabel ? "visually-hidden" : css.label}>
				{label}
				{note && <span className={css.note}> ({note})</span>}
			</label>
			<Remark>{remark}</Remark>
			{children({
				id,
				className: css.input,
				"aria-describedby": about || undefined,
				"aria-invalid": error ? true : undefined,
			})}
			{hint && (
				<span id={`${id}-hint`} className={css.hint}>
					{hint}
				</span>
			)}
			{error && (
				<span id={`${id}-error`} className={css.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
		</div>
	);
}
