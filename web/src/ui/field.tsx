import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import css from "./field.module.css";

export interface FieldProps {
	label: string;
	hint?: string | undefined;
	/** What is wrong, in the reader's words. */
	error?: string | undefined;
	/** A word after the label, such as "optional". */
	note?: string | undefined;
	/** What the officer who reviewed the file asks about this field. */
	remark?: string | undefined;
}

export function Remark({ children }: { children: string | undefined }) {
	return children ? <p className={css.remark}>{children}</p> : null;
}

/** Label above, control, hint and error below; React Aria ties them together. */
export function FieldFrame({
	label,
	hint,
	error,
	note,
	remark,
	children,
}: FieldProps & { children: ReactNode }) {
	return (
		<>
			<Label className={css.label ?? ""}>
				{label}
				{note && <span className={css.note}> ({note})</span>}
			</Label>
			<Remark>{remark}</Remark>
			{children}
			{hint && (
				<Text slot="description" className={css.hint ?? ""}>
					{hint}
				</Text>
			)}
			<FieldError className={css.error ?? ""}>{error && <ErrorText>{error}</ErrorText>}</FieldError>
		</>
	);
}

export function ErrorText({ children }: { children: ReactNode }) {
	return (
		<>
			<span aria-hidden="true">▲</span>
			<span>{children}</span>
		</>
	);
}
