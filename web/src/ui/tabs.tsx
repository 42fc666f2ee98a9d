import { Link, type LinkProps } from "@tanstack/react-router";
import css from "./tabs.module.css";

export interface TabLink {
	id: string;
	label: string;
	link: LinkProps;
	count?: string | undefined;
}

/**
 * On a phone the tabs are wider than the screen: the one that is open is moved into view, sideways alone, for the page must
 * not jump to them.
 */
function showCurrent(tabs: HTMLElement | null) {
	const current = tabs?.querySelector('[aria-current="page"]');
	if (!tabs || !current || tabs.scrollWidth <= tabs.clientWidth) return;
	const [whole, open] = [tabs.getBoundingClientRect(), current.getBoundingClientRect()];
	tabs.scrollLeft += open.left + open.width / 2 - (whole.left + whole.width / 2);
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
		<nav ref={showCurrent} aria-label={label} className={css.tabs}>
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
