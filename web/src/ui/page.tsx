import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Zellij } from "@/design/motifs.tsx";
import { cx } from "./cx.ts";
import css from "./page.module.css";
import { useTitle } from "./use-title.ts";

interface HeadProps {
	title: string;
	lead?: ReactNode;
	/** Buttons of the page. */
	actions?: ReactNode;
	/** Where this page hangs: a link back. */
	above?: ReactNode;
	/** Beside the title: a state. */
	beside?: ReactNode;
}

/** Head of a page on a green field with a quiet lattice: public pages. */
export function Hero({ title, lead, actions, children }: HeadProps & { children?: ReactNode }) {
	useTitle(title);
	return (
		<section className={cx(css.hero, "on-dark")}>
			<Zellij className={css.lattice} />
			<h1>{title}</h1>
			{lead && <p className={css.heroLead}>{lead}</p>}
			{actions && <div className={css.heroActions}>{actions}</div>}
			{children}
		</section>
	);
}

/** Head of a page where people work. */
export function PageHead({ title, lead, actions, above, beside }: HeadProps) {
	useTitle(title);
	return (
		<header className={css.head}>
			<div className={css.headText}>
				{above && <div className={css.above}>{above}</div>}
				<div className={css.titleRow}>
					<h1>{title}</h1>
					{beside}
				</div>
				{lead && <p className={css.lead}>{lead}</p>}
			</div>
			{actions && <div className={css.actions}>{actions}</div>}
		</header>
	);
}

export function Card({
	title,
	children,
	actions,
	id,
}: {
	title?: string;
	children: ReactNode;
	actions?: ReactNode;
	id?: string;
}) {
	return (
		<section className={css.card} id={id} aria-label={title}>
			{(title || actions) && (
				<div className={css.cardHead}>
					{title && <h2>{title}</h2>}
					{actions}
				</div>
			)}
			{children}
		</section>
	);
}

/** Facts as term and value; a value that is absent is said to be. */
export function Facts({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
	const { t } = useTranslation("common");
	return (
		<dl className={css.facts}>
			{items.map(({ label, value }) => (
				<div key={label}>
					<dt>{label}</dt>
					<dd>{value ?? <span className={css.absent}>{t("state.unknown")}</span>}</dd>
				</div>
			))}
		</dl>
	);
}

/** A narrow column for forms and reading. */
export function Narrow({ children }: { children: ReactNode }) {
	return <div className={css.narrow}>{children}</div>;
}

/** Fields in two columns, one on phones. */
export function Fields({ children }: { children: ReactNode }) {
	return <div className={css.fields}>{children}</div>;
}

export function Wide({ children }: { children: ReactNode }) {
	return <div className={css.wide}>{children}</div>;
}

/** Things one under the other with even space. */
export function Stack({ children }: { children: ReactNode }) {
	return <div className={css.stack}>{children}</div>;
}

export function Row({ children }: { children: ReactNode }) {
	return <div className={css.row}>{children}</div>;
}
