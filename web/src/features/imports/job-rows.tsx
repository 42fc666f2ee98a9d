import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listJobRows } from "@/api/gen/sdk.gen.ts";
import type { Job, JobRowView, Outcome } from "@/api/gen/types.gen.ts";
import { isolateCodes } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import css from "./imports.module.css";
import { useFields } from "./use-fields.ts";

const OUTCOMES = ["wrong", "duplicate", "added", "unchanged"] as const;
const PER_PAGE = 50;

function Findings({ row }: { row: JobRowView }) {
	const { t } = useTranslation("imports");
	const { number } = useFormat();
	const { labelOf } = useFields();
	if (row.faults.length > 0) {
		return (
			<ul className={css.faults}>
				{row.faults.map((fault) => (
					<li key={`${fault.pointer} ${fault.code}`}>
						{/* A cell that is missing has no column; what it should have said has a name. */}
						{(fault.column ?? fault.field) && (
							<b>
								<bdi>{fault.column ?? labelOf(fault.field ?? "")}</bdi>
							</b>
						)}{" "}
						{fault.value && <bdi className={css.value}>{fault.value}</bdi>}{" "}
						{isolateCodes(fault.detail)}
						{fault.likely && (
							<span className={css.likely}> {t("likely", { value: fault.likely })}</span>
						)}
					</li>
				))}
			</ul>
		);
	}
	if (row.matches.length > 0) {
		return (
			<ul className={css.faults}>
				{row.matches.map((match) => (
					<li key={`${match.association_id ?? ""} ${match.row ?? ""}`}>
						{match.association_id ? (
							<Link to="/review/$id" params={{ id: match.association_id }}>
								<bdi>{match.name}</bdi>
							</Link>
						) : (
							<>
								<bdi>{match.name}</bdi> {t("sameFile", { row: match.row ?? 0 })}
							</>
						)}{" "}
						<span className="quiet">
							{number(match.score, { style: "percent", maximumFractionDigits: 0 })}
						</span>
					</li>
				))}
			</ul>
		);
	}
	return row.association_id ? (
		<Link to="/review/$id" params={{ id: row.association_id }}>
			{t("openFile")}
		</Link>
	) : (
		"—"
	);
}

/** Rows of the file by what became of them; those to mend first. */
export function JobRows(props: {
	job: Job;
	/** Rows to be written although they look like an association that is there. */
	inserted: ReadonlySet<number>;
	onInsert: ((rows: ReadonlySet<number>) => void) | undefined;
}) {
	const { job, inserted, onInsert } = props;
	const { t } = useTranslation(["imports", "common"]);
	const first: Outcome =
		job.report.wrong > 0 ? "wrong" : job.report.duplicates > 0 ? "duplicate" : "added";
	const [outcome, setOutcome] = useState<Outcome>(first);
	const cursors = useCursors(`${job.id} ${outcome}`);
	const list = useQuery({
		queryKey: ["imports", "rows", job.id, outcome, cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listJobRows({
					path: { id: job.id },
					query: {
						outcome,
						limit: PER_PAGE,
						...(cursors.cursor ? { cursor: cursors.cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	return (
		<Card
			title={t("rows")}
			actions={
				<NativeSelect
					label={t("show")}
					hideLabel
					options={OUTCOMES.map((id) => ({ id, label: t(`outcome.${id}`) }))}
					value={outcome}
					onChange={(id) => setOutcome(OUTCOMES.find((one) => one === id) ?? "wrong")}
				/>
			}
		>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				lines={3}
				empty={<p className="quiet">{t("noRows")}</p>}
				label={t("rows")}
				rowKey={(row) => String(row.number)}
				columns={[
					{
						id: "number",
						header: t("rowNumber"),
						cell: (row) => (
							<span className={css.rowNumber} data-word={t("rowNumber")}>
								{row.number}
							</span>
						),
					},
					{ id: "found", header: t("found"), wide: true, cell: (row) => <Findings row={row} /> },
					...(outcome === "duplicate" && onInsert
						? [
								{
									id: "insert",
									header: t("insert"),
									cell: (row: JobRowView) => (
										<Checkbox
											isSelected={inserted.has(row.number)}
											onChange={(on) => {
												const next = new Set(inserted);
												if (on) next.add(row.number);
												else next.delete(row.number);
												onInsert(next);
											}}
										>
											{t("insertRow", { row: String(row.number) })}
										</Checkbox>
									),
								},
							]
						: []),
				]}
			/>
		</Card>
	);
}
