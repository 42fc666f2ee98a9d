import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import {
	type NumberFieldProps,
	NumberField as RacNumberField,
} from "react-aria-components/NumberField";
import css from "./field.module.css";
import { FieldFrame, type FieldProps } from "./field.tsx";
import { Minus, Plus } from "./icons.tsx";

type Props = Omit<NumberFieldProps, "className" | "value" | "onChange"> &
	FieldProps & { value: number | null; onChange: (value: number | null) => void };

/** A whole or decimal number; reads Arabic-Indic digits and the country's separators. */
export function NumberField({
	label,
	hint,
	error,
	note,
	remark,
	value,
	onChange,
	...props
}: Props) {
	return (
		<RacNumberField
			{...props}
			value={value ?? Number.NaN}
			onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
			validationBehavior="aria"
			isInvalid={!!error}
			className={css.field ?? ""}
		>
			<FieldFrame label={label} hint={hint} error={error} note={note} remark={remark}>
				<Group className={css.group ?? ""}>
					<Button slot="decrement" className={css.inner ?? ""}>
						<Minus size={16} />
					</Button>
					<Input className={css.input ?? ""} />
					<Button slot="increment" className={css.inner ?? ""}>
						<Plus size={16} />
					</Button>
				</Group>
			</FieldFrame>
		</RacNumberField>
	);
}
