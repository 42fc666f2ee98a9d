import css from "./field.module.css";
import { Field, type FieldProps } from "./field.tsx";
import { ChevronDown } from "./icons.tsx";

export interface Option {
	id: string;
	label: string;
}

interface Props extends FieldProps {
	id?: string | undefined;
	/** What an empty choice says: "all wilayas", "choose". */
	empty?: string | undefined;
	options: readonly Option[];
	value: string | null | undefined;
	onChange: (id: string | null) => void;
	isRequired?: boolean | undefined;
	isDisabled?: boolean | undefined;
}

/** The platform's own list: no script to load, right on phones, known to every screen reader. */
export function NativeSelect(props: Props) {
	return (
		<Field {...props}>
			{(control) => (
				<div className={css.selectWrap}>
					<select
						{...control}
						value={props.value ?? ""}
						required={props.isRequired}
						disabled={props.isDisabled}
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
			)}
		</Field>
	);
}
