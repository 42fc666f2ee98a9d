import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import css from "./data-table.module.css";

export interface Column<Row> {
	id: string;
	header: string;
	cell: (row: Row) => ReactNode;
	/** Name of the server's sort key; the header becomes a button. */
	sort?: string;
	numeric?: boolean;
	/** Hides the header's text from sight, for columns of buttons. */
	bare?: boolean;
	/** Sentences or a field: on a phone they take the width of the card, under their heading. */
	wide?: boolean;
}

export interface TableProps<Row> {
	label: string;
	columns: readonly Column<Row>[];
	rows: readonly Row[];
	rowKey: (row: Row) => string;
	/** New rows are on their way; the old ones stay, dimmed. */
	busy?: boolean;
	sort?: string | undefined;
	onSort?: (sort: string) => void;
	/** Columns that are compared: on a phone the table scrolls inside itself instead of becoming cards. */
	compared?: boolean;
	/** So many columns that the table scrolls inside itself at any width: the first stays in sight. */
	pinned?: boolean;
	/** Four columns that speak for themselves: on a phone a row takes two lines instead of a card. */
	compact?: boolean;
}

/**
 * Rows arrive sorted and paged from the server. A plain table, so that the table keys of screen
 * readers work; under 640 px each row becomes a card, with explicit roles to keep the table one, or
 * the table scrolls beside its first column.
 */
export function DataTable<Row>(props: TableProps<Row>) {
	const { label, columns, rows, rowKey, busy, sort, onSort, compared, pinned, compact } = props;
	const shape = compared ? css.compared : compact ? css.compact : css.cards;
	const look = cx(css.wrap, shape, pinned && css.pinned);
	const stateOf = (key: string) =>
		sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
		<section className={look} aria-busy={busy} aria-label={label} tabIndex={0}>
			{/* biome-ignore-start lint/a11y/noRedundantRoles: display:block would take the roles away */}
			<table role="table" aria-label={label}>
				<thead role="rowgroup">
					<tr role="row">
						{columns.map((column) => (
							<th
								key={column.id}
								role="columnheader"
								scope="col"
								className={css.th}
								data-numeric={column.numeric || undefined}
								aria-sort={column.sort ? stateOf(column.sort) : undefined}
							>
								{column.sort && onSort ? (
									<button
										type="button"
										className={css.sort}
										onClick={() =>
											onSort(sort === column.sort ? `-${column.sort}` : `${column.sort}`)
										}
									>
										{column.header}
										<svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10">
											<path d="M5 1 9 8H1Z" fill="currentColor" />
										</svg>
									</button>
								) : (
									<span className={column.bare ? "visually-hidden" : undefined}>
										{column.header}
									</span>
								)}
							</th>
						))}
					</tr>
				</thead>
				<tbody role="rowgroup">
					{rows.map((row) => (
						<tr key={rowKey(row)} role="row" className={css.tr}>
							{columns.map((column, index) => {
								const shared = {
									className: css.td,
									"data-label": column.bare ? undefined : column.header,
									"data-numeric": column.numeric || undefined,
									"data-bare": column.bare || undefined,
									"data-wide": column.wide || undefined,
								};
								return index === 0 ? (
									<th key={column.id} scope="row" role="rowheader" {...shared}>
										<div>{column.cell(row)}</div>
									</th>
								) : (
									<td key={column.id} role="cell" {...shared}>
										<div>{column.cell(row)}</div>
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
			{/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
		</section>
	);
}
