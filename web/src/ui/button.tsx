import { type ButtonProps, Button as RacButton } from "react-aria-components/Button";
import css from "./button.module.css";
import { cx } from "./cx.ts";

type Variant = "primary" | "secondary" | "quiet" | "danger";

interface Look {
	variant?: Variant;
	small?: boolean;
}

/** The look of a button, for links: a link goes somewhere, a button does something. */
export const buttonClass = (variant: Variant, small?: boolean) =>
	cx(css.button, css[variant], small && css.small);

export function Button({
	variant = "secondary",
	small,
	...props
}: Omit<ButtonProps, "className"> & Look) {
	return <RacButton {...props} className={buttonClass(variant, small)} />;
}
