import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "@/ui/data-table.tsx";
import css from "./associations.module.css";
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

/** A value in words; of several, each on its own line. */
function Said({ pointer, value }: { pointer: string; value: unknown }) {
	const said = useFieldValue();
	if (!Array.isArray(value) || value.length < 2) return <bdi>{said(pointer, value)}</bdi>;
	return (
		<ul className={css.said}>
			{value.map((item) => (
				<li key={JSON.stringify(item)}>
					<bdi>{said(pointer, item)}</bdi>
				</li>
			))}
		</ul>
	);
}

/** Two versions side by side, only where they differ. */
export function DifferencesTable({ label, rows, before, after, decide }: Props) {
	const { t } = useTranslation("associations");
	const labelOf = useFieldLabel();
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
					cell: (row) => <Said pointer={row.pointer} value={row.before} />,
				},
				{
					id: "after",
					header: after,
					cell: (row) => <Said pointer={row.pointer} value={row.after} />,
				},
				...(decide ? [{ id: "decide", header: decide.header, cell: decide.cell }] : []),
			]}
		/>
	);
}
