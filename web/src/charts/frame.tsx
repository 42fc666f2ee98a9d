import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import css from "./charts.module.css";

interface Row {
	id: string;
	cells: readonly string[];
}

interface Props {
	title: string;
	/** Headings of the table of the same numbers; every one but the first is of numbers. */
	head: readonly string[];
	rows: readonly Row[];
	/** Buttons that belong to the drawing. */
	actions?: ReactNode;
	children: ReactNode;
}

/** A drawing and the same numbers as a table: a picture is never the only carrier. */
export function ChartFrame({ title, head, rows, actions, children }: Props) {
	const { t } = useTranslation("common");
	const id = useId();
	const [asTable, setAsTable] = useState(false);
	return (
		<figure className={css.frame} aria-labelledby={id}>
			<figcaption className={css.head}>
				<h2 id={id}>{title}</h2>
				<div className={css.actions}>
					{!asTable && actions}
					{rows.length > 0 && (
						<Button small variant="quiet" onPress={() => setAsTable(!asTable)}>
							{t(asTable ? "chart.drawing" : "chart.table")}
						</Button>
					)}
				</div>
			</figcaption>
			{asTable ? (
				<div className={css.table}>
					<DataTable<Row>
						label={title}
						rows={rows}
						rowKey={(row) => row.id}
						columns={head.map((header, index) => ({
							id: header,
							header,
							numeric: index > 0,
							cell: (row) => row.cells[index],
						}))}
					/>
				</div>
			) : (
				children
			)}
		</figure>
	);
}
