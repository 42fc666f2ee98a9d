import { useTranslation } from "react-i18next";
import type { Headcount } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Card } from "@/ui/page.tsx";

export const COUNTS = ["members", "women", "under_35", "card_holders", "disabled"] as const;

export function Headcounts({ rows }: { rows: readonly Headcount[] }) {
	const { t } = useTranslation("associations");
	const { number } = useFormat();
	if (rows.length === 0) return null;
	return (
		<Card title={t("section.headcounts")}>
			<DataTable
				label={t("section.headcounts")}
				rows={rows.toSorted((a, b) => b.year - a.year)}
				rowKey={(row) => String(row.year)}
				columns={[
					{ id: "year", header: t("count.year"), cell: (row) => String(row.year) },
					...COUNTS.map((count) => ({
						id: count,
						header: t(`count.${count}`),
						numeric: true,
						cell: (row: Headcount) => {
							const value = row[count];
							return value == null ? "—" : number(value);
						},
					})),
				]}
			/>
		</Card>
	);
}
