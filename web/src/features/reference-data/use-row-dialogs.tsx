import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "@/ui/data-table.tsx";
import { HistoryDialog, type Versioned } from "./history-dialog.tsx";
import { RowActions } from "./row-actions.tsx";

interface Options<Row> {
	kind: Versioned;
	codeOf: (row: Row) => string;
	nameOf: (row: Row) => string;
	/** The operations that change a row and read its history. */
	edit: string;
	history: string;
	editor: (row: Row, onClose: () => void) => ReactNode;
}

/** What can be done with each row of a table: the column with its buttons, and the dialog they have opened. */
export function useRowDialogs<Row>(options: Options<Row>): {
	column: Column<Row>;
	dialog: ReactNode;
} {
	const { kind, codeOf, nameOf, edit, history, editor } = options;
	const { t } = useTranslation("reference-data");
	const [open, setOpen] = useState<{ row: Row; what: "edit" | "history" }>();
	const close = () => setOpen(undefined);
	return {
		column: {
			id: "actions",
			header: t("actions"),
			bare: true,
			cell: (row) => (
				<RowActions
					name={nameOf(row)}
					edit={edit}
					history={history}
					onEdit={() => setOpen({ row, what: "edit" })}
					onHistory={() => setOpen({ row, what: "history" })}
				/>
			),
		},
		dialog:
			open?.what === "edit"
				? editor(open.row, close)
				: open && (
						<HistoryDialog
							kind={kind}
							code={codeOf(open.row)}
							name={nameOf(open.row)}
							onClose={close}
						/>
					),
	};
}
