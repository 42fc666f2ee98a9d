import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "@/ui/data-table.tsx";
import css from "./differences.module.css";
import { type Difference, same } from "./differences.ts";
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

/** A value in words; of a list, each entry that the other version has not, and how many both have. */
function Said({ pointer, value, other }: { pointer: string; value: unknown; other: unknown }) {
	const { t } = useTranslation("associations");
	const said = useFieldValue();
	if (!Array.isArray(value) || !Array.isArray(other)) return <bdi>{said(pointer, value)}</bdi>;
	const own = value.filter((item) => !other.some((one) => same(one, item)));
	return (
		<ul className={css.said}>
			{own.map((item) => (
				<li key={JSON.stringify(item)}>
					<bdi>{said(pointer, item)}</bdi>
				</li>
			))}
			{own.length < value.length && (
				<li className={css.same}>{t("difference.same", { count: value.length - own.length })}</li>
			)}
			{value.length === 0 && <li className={css.same}>—</li>}
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
					cell: (row) => <Said pointer={row.pointer} value={row.before} other={row.after} />,
				},
				{
					id: "after",
					header: after,
					cell: (row) => <Said pointer={row.pointer} value={row.after} other={row.before} />,
				},
				...(decide ? [{ id: "decide", header: decide.header, cell: decide.cell }] : []),
			]}
		/>
	);
}
