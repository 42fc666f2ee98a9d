import type { ButtonHTMLAttributes, MouseEvent } from "react";
import css from "./button.module.css";
import { cx } from "./cx.ts";

type Variant = "primary" | "secondary" | "quiet" | "danger";

interface Props
	extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "disabled" | "onClick"> {
	variant?: Variant;
	small?: boolean;
	isDisabled?: boolean;
	/** Its work is under way: it stays where it is, in the tab order too, and does nothing more. */
	isPending?: boolean;
	onPress?: () => void;
}

/** The look of a button, for links: a link goes somewhere, a button does something. */
export const buttonClass = (variant: Variant, small?: boolean) =>
	cx(css.button, css[variant], small && css.small);

export function Button(props: Props) {
	const { variant = "secondary", small, isDisabled, isPending, onPress, type, ...rest } = props;
	const press = (event: MouseEvent) => {
		if (isPending) event.preventDefault();
		else onPress?.();
	};
	return (
		<button
			{...rest}
			type={type ?? "button"}
			className={buttonClass(variant, small)}
			disabled={isDisabled}
			aria-disabled={isPending || undefined}
			aria-busy={isPending || undefined}
			onClick={press}
		/>
	);
}
