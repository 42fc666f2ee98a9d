import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "@/ui/data-table.tsx";
import type { Difference } from "./differences.ts";
import { useFieldLabel } from "./use-field-label.ts";
import { useFieldValue } from "./use-field-value.ts";

interface Props {
	label: string;
	rows: readonly Difference[];
	before: string;
	after: string;
	/** A decision for each row. */
	decide?: { header: string; cell: (row: Difference) => ReactNode };
}

/** Two versions side by side, only where they differ. */
export function DifferencesTable({ label, rows, before, after, decide }: Props) {
	const { t } = useTranslation("associations");
	const labelOf = useFieldLabel();
	const said = useFieldValue();
	return (
		<DataTable
			label={label}
			rows={rows}
			rowKey={(row) => row.pointer}
			columns={[
				{ id: "field", header: t("difference.field"), cell: (row) => labelOf(row.pointer) },
				{
					id: "before",
					header: before,
					cell: (row) => <bdi>{said(row.pointer, row.before)}</bdi>,
				},
				{ id: "after", header: after, cell: (row) => <bdi>{said(row.pointer, row.after)}</bdi> },
				...(decide ? [{ id: "decide", header: decide.header, cell: decide.cell }] : []),
			]}
		/>
	);
}
