import type { HTMLInputAutoCompleteAttribute } from "react";
import { Input } from "react-aria-components/Input";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as RacTextField, type TextFieldProps } from "react-aria-components/TextField";
import css from "./field.module.css";
import { FieldFrame, type FieldProps } from "./field.tsx";

type Props = Omit<TextFieldProps, "className" | "children" | "autoComplete"> &
	FieldProps & {
		/** Fixed for what has one direction (a Latin name, an address); `auto` for free text. */
		dir?: "ltr" | "rtl" | "auto" | undefined;
		autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
		placeholder?: string | undefined;
		/** More than one line. */
		multiline?: boolean | undefined;
		rows?: number | undefined;
	};

export function TextField({
	label,
	hint,
	error,
	note,
	remark,
	dir,
	placeholder,
	multiline,
	rows,
	...props
}: Props) {
	return (
		<RacTextField
			{...(props as TextFieldProps)}
			validationBehavior="aria"
			isInvalid={!!error}
			className={css.field ?? ""}
		>
			<FieldFrame label={label} hint={hint} error={error} note={note} remark={remark}>
				{multiline ? (
					<TextArea className={css.input ?? ""} dir={dir} placeholder={placeholder} rows={rows} />
				) : (
					<Input className={css.input ?? ""} dir={dir} placeholder={placeholder} />
				)}
			</FieldFrame>
		</RacTextField>
	);
}
