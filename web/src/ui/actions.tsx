import type { ReactNode } from "react";
import css from "./actions.module.css";

/** The row of buttons that ends a form or a dialog: the main one first in reading order. */
export function Actions({ children }: { children: ReactNode }) {
	return <div className={css.actions}>{children}</div>;
}
