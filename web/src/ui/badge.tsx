import type { ReactNode } from "react";
import css from "./badge.module.css";

export type Tone = "good" | "wait" | "bad" | "calm" | "note";

/** A state: a lozenge, a word and a colour, never the colour alone. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
	return (
		<span className={css.badge} data-tone={tone}>
			{children}
		</span>
	);
}

/** A property of a thing, quieter than a state. */
export function Tag({ children }: { children: ReactNode }) {
	return <span className={css.tag}>{children}</span>;
}
