import type { UseQueryResult } from "@tanstack/react-query";
import { Awaited, type Props } from "./awaited.tsx";
import { DataTable, type TableProps } from "./data-table.tsx";

/** A whole list of the server as a table, in whatever state it is. */
export function ListTable<Row>({
	list,
	none,
	lines,
	...table
}: Omit<TableProps<Row>, "rows" | "busy"> & Props & { list: UseQueryResult<Row[]> }) {
	if (!list.data?.length) return <Awaited list={list} none={none} lines={lines} />;
	return <DataTable {...table} rows={list.data} />;
}
