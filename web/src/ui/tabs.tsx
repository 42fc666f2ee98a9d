import { Link, type LinkProps } from "@tanstack/react-router";
import css from "./tabs.module.css";

export interface TabLink {
	id: string;
	label: string;
	link: LinkProps;
	count?: string | undefined;
}

/** Sections of one place, each with its own address, so that a tab can be sent to a colleague. */
export function Tabs({
	label,
	tabs,
	current,
}: {
	label: string;
	tabs: readonly TabLink[];
	current: string;
}) {
	return (
		<nav aria-label={label} className={css.tabs}>
			<ul>
				{tabs.map((tab) => (
					<li key={tab.id}>
						<Link
							{...tab.link}
							// A tab without a word in the address is not the one with every word.
							activeOptions={{ explicitUndefined: true, ...tab.link.activeOptions }}
							aria-current={tab.id === current ? "page" : undefined}
							resetScroll={false}
						>
							{tab.label}
							{tab.count !== undefined && <span className={css.count}>{tab.count}</span>}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
