import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable, type TableProps } from "./data-table.tsx";
import { Pager } from "./pager.tsx";

const PER_PAGE = 25;

/** A whole list that is there already, shown a page at a time. */
export function SlicedTable<Row>({ rows, ...table }: Omit<TableProps<Row>, "busy">) {
	const { t } = useTranslation("common");
	const [wanted, setPage] = useState(0);
	const last = Math.max(0, Math.ceil(rows.length / PER_PAGE) - 1);
	const page = Math.min(wanted, last);
	const from = page * PER_PAGE;
	const shown = rows.slice(from, from + PER_PAGE);
	return (
		<>
			<DataTable {...table} rows={shown} />
			{last > 0 && (
				<Pager
					range={t("page.range", { from: from + 1, to: from + shown.length, total: rows.length })}
					onPrevious={page > 0 ? () => setPage(page - 1) : undefined}
					onNext={page < last ? () => setPage(page + 1) : undefined}
				/>
			)}
		</>
	);
}
