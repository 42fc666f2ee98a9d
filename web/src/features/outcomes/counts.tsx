import { useTranslation } from "react-i18next";
import { DataTable } from "@/ui/data-table.tsx";
import { HiddenRows } from "./hidden-rows.tsx";
import { useCount } from "./use-figures.ts";

interface Row {
	id: string;
	label: string;
	count?: number | null | undefined;
}

interface Props {
	title: string;
	/** What the rows are. */
	head: string;
	rows: readonly Row[];
}

/** Counts of associations by something; those that are hidden are named under them. */
export function Counts({ title, head, rows }: Props) {
	const { t } = useTranslation("outcomes");
	const count = useCount();
	const shown = rows.filter((row) => row.count != null);
	const hidden = rows.filter((row) => row.count == null);
	if (rows.length === 0) return null;
	return (
		<>
			<h3>{title}</h3>
			{shown.length > 0 && (
				<DataTable
					label={title}
					rows={shown}
					rowKey={(row) => row.id}
					compared
					columns={[
						{ id: "label", header: head, cell: (row) => <bdi>{row.label}</bdi> },
						{
							id: "count",
							header: t("associations"),
							numeric: true,
							cell: (row) => count(row.count),
						},
					]}
				/>
			)}
			<HiddenRows names={hidden.map(({ label }) => label)} />
		</>
	);
}
