import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable, type TableProps } from "./data-table.tsx";
import { Pager } from "./pager.tsx";
import { Failed, Loading } from "./states.tsx";
import type { Cursors } from "./use-cursors.ts";

interface Listed<Row> {
	items: Row[];
	next_cursor?: string | null;
	total?: number | null;
}

interface Props<Row> extends Omit<TableProps<Row>, "rows" | "busy"> {
	list: UseQueryResult<Listed<Row>>;
	cursors: Cursors;
	/** Rows the server was asked for. */
	perPage: number;
	/** What stands in the place of a list without rows. */
	empty: ReactNode;
	/** Lines of the placeholder while the first page comes. */
	lines?: number;
}

/** One page of a list of the server, in whatever state it is: on its way, unreadable, empty, or rows with steps. */
export function PagedTable<Row>(props: Props<Row>) {
	const { list, cursors, perPage, empty, lines = 6, ...table } = props;
	const { t } = useTranslation("common");
	if (list.isPending) return <Loading lines={lines} />;
	if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	const { items, next_cursor: next, total } = list.data;
	if (items.length === 0) return empty;
	const from = cursors.page * perPage + 1;
	const to = from + items.length - 1;
	return (
		<>
			<DataTable {...table} rows={items} busy={list.isPlaceholderData} />
			<Pager
				range={total == null ? t("page.shown", { from, to }) : t("page.range", { from, to, total })}
				onPrevious={cursors.previous}
				onNext={next ? () => cursors.next(next) : undefined}
			/>
		</>
	);
}
