import { type HTMLAttributes, type HTMLInputAutoCompleteAttribute, useEffect, useRef } from "react";
import { Field, type FieldProps } from "./field.tsx";

interface Props extends FieldProps {
	id?: string | undefined;
	value: string;
	onChange: (value: string) => void;
	/** Fixed for what has one direction (a Latin name, an address); `auto` for free text. */
	dir?: "ltr" | "rtl" | "auto" | undefined;
	type?: string | undefined;
	inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"];
	autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
	isRequired?: boolean | undefined;
	isDisabled?: boolean | undefined;
	/** Takes the focus when it appears: the one field of a step. */
	autoFocus?: boolean | undefined;
	/** An example that goes away when one types. */
	placeholder?: string | undefined;
	/** More than one line. */
	multiline?: boolean | undefined;
}

export function TextField(props: Props) {
	const { value, onChange, dir, type, inputMode, autoComplete, autoFocus, multiline } = props;
	const input = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (autoFocus) input.current?.focus();
	}, [autoFocus]);
	return (
		<Field {...props}>
			{(control) =>
				multiline ? (
					<textarea
						{...control}
						dir={dir}
						placeholder={props.placeholder}
						value={value}
						required={props.isRequired}
						disabled={props.isDisabled}
						onChange={(event) => onChange(event.target.value)}
					/>
				) : (
					<input
						{...control}
						ref={input}
						dir={dir}
						type={type ?? "text"}
						inputMode={inputMode}
						autoComplete={autoComplete}
						placeholder={props.placeholder}
						value={value}
						required={props.isRequired}
						disabled={props.isDisabled}
						onChange={(event) => onChange(event.target.value)}
					/>
				)
			}
		</Field>
	);
}
