import { type ReactNode, useId } from "react";
import css from "./checkbox.module.css";

interface Props {
	children: ReactNode;
	hint?: string | undefined;
	isSelected: boolean;
	onChange: (selected: boolean) => void;
	isDisabled?: boolean;
}

/** The platform's own box with our mark in it. */
export function Checkbox({ children, hint, isSelected, onChange, isDisabled }: Props) {
	const id = useId();
	return (
		<div className={css.row}>
			<input
				id={id}
				type="checkbox"
				className={css.box}
				checked={isSelected}
				disabled={isDisabled}
				aria-describedby={hint && `${id}-hint`}
				onChange={(event) => onChange(event.target.checked)}
			/>
			<label htmlFor={id} className={css.label}>
				{children}
			</label>
			{hint && (
				<span id={`${id}-hint`} className={css.hint}>
					{hint}
				</span>
			)}
		</div>
	);
}
