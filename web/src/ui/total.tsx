import type { ReactNode } from "react";
import css from "./total.module.css";

/** What everything comes to as it is chosen. */
export function Total({ label, children }: { label: string; children: ReactNode }) {
	return (
		<p className={css.total}>
			<span>{label}</span>
			<output aria-live="polite">{children}</output>
		</p>
	);
}
