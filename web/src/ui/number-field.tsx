import { latinDigits } from "@/i18n/format.ts";
import { Field, type FieldProps } from "./field.tsx";

interface Props extends FieldProps {
	id?: string | undefined;
	value: number | null;
	onChange: (value: number | null) => void;
	isRequired?: boolean | undefined;
}

/** More digits than any count of people has. */
const DIGITS = 9;

/** A whole number, typed with any digits and any separators. */
export function NumberField({ value, onChange, isRequired, ...field }: Props) {
	const read = (typed: string) => {
		const digits = latinDigits(typed).replace(/\D/g, "").slice(0, DIGITS);
		onChange(digits === "" ? null : Number(digits));
	};
	return (
		<Field {...field}>
			{(control) => (
				<input
					{...control}
					type="text"
					inputMode="numeric"
					autoComplete="off"
					dir="ltr"
					value={value ?? ""}
					required={isRequired}
					onChange={(event) => read(event.target.value)}
				/>
			)}
		</Field>
	);
}
