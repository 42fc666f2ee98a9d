import type { ReactNode, Ref } from "react";
import { Check, Info, Warning } from "./icons.tsx";
import css from "./notice.module.css";

interface Props {
	tone: "info" | "good" | "warn" | "bad";
	title?: string | undefined;
	children?: ReactNode;
	/** Announced at once; only for what the reader must know now. */
	alert?: boolean;
	ref?: Ref<HTMLDivElement>;
}

const ICON = { info: Info, good: Check, warn: Warning, bad: Warning };

export function Notice({ tone, title, children, alert, ref }: Props) {
	const Icon = ICON[tone];
	return (
		<div
			ref={ref}
			className={css.notice}
			data-tone={tone}
			role={alert ? "alert" : undefined}
			tabIndex={ref ? -1 : undefined}
		>
			<Icon />
			<div className={css.body}>
				{title && <p className={css.title}>{title}</p>}
				{children}
			</div>
		</div>
	);
}
