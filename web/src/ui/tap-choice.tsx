import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import field from "./field.module.css";
import { ErrorText } from "./field.tsx";
import css from "./tap-choice.module.css";

export interface TapOption<Value> {
	value: Value;
	label: string;
	/** What it means, where the label is a number. */
	meaning?: string | undefined;
}

interface Props<Value> {
	legend: ReactNode;
	options: readonly TapOption<Value>[];
	value: Value | undefined;
	onChange: (value: Value) => void;
	error: string | undefined;
	isDisabled?: boolean;
	className?: string | undefined;
	/** How the boxes are laid out. */
	row?: string | undefined;
	/** What stands right under the boxes. */
	under?: ReactNode;
	/** What stands at the end of the group. */
	children?: ReactNode;
}

/** One of several boxes to tap, as radio buttons: arrows move. */
export function TapChoice<Value extends string | number | boolean>(props: Props<Value>) {
	const { legend, options, value, onChange, error, isDisabled, className, row, under } = props;
	const id = useId();
	return (
		<fieldset
			className={cx(css.choice, className)}
			data-faulty={error ? true : undefined}
			aria-describedby={error ? `${id}-error` : undefined}
			disabled={isDisabled}
		>
			<legend>{legend}</legend>
			<div className={cx(css.options, row)}>
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
							aria-invalid={error ? true : undefined}
							onChange={() => onChange(one.value)}
						/>
						<span>
							{one.label}
							{one.meaning && <span className="visually-hidden"> ({one.meaning})</span>}
						</span>
					</label>
				))}
			</div>
			{under}
			{error && (
				<span id={`${id}-error`} className={field.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
			{props.children}
		</fieldset>
	);
}
