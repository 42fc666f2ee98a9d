import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProgressReport, ProjectActivity } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { reportsQuery } from "../queries.ts";
import { useMeasure } from "../use-measure.ts";
import { useMoney } from "../use-money.ts";
import css from "./budget.module.css";
import { ReportDocuments } from "./report-documents.tsx";

const ReportDialog = lazy(async () => ({
	default: (await import("./report-dialog.tsx")).ReportDialog,
}));

interface Props {
	id: string;
	activities: readonly ProjectActivity[];
	editable: boolean;
}

/** What was reported so far, latest first; a mistake is put right where it was made. */
export function Reports({ id, activities, editable }: Props) {
	const { t } = useTranslation("workshop");
	const { date, text } = useFormat();
	const { reported } = useMeasure();
	const { money } = useMoney();
	const [open, setOpen] = useState<{ report?: ProgressReport }>();
	const list = useQuery(reportsQuery(id));
	const lines = ({ progress = [], costs = [] }: ProgressReport) =>
		activities.flatMap((one) => {
			const done = progress.find(({ activity_id }) => activity_id === one.id);
			const spent = costs.filter(({ activity_id }) => activity_id === one.id);
			if (!done && spent.length === 0) return [];
			const sum = spent.reduce((total, { amount }) => total + amount.amount, 0);
			return [{ one, done, sum: spent.length > 0 ? sum : null }];
		});
	return (
		<Card
			title={t("report.title")}
			actions={
				editable &&
				activities.length > 0 && (
					<Button variant="primary" onPress={() => setOpen({})}>
						<Plus />
						{t("report.new")}
					</Button>
				)
			}
		>
			<Awaited list={list} none={<p className="quiet">{t("report.none")}</p>} />
			<ul className={css.entries}>
				{list.data?.map((report, index) => (
					<li key={report.id}>
						<b>
							<time dateTime={report.date}>{date(report.date)}</time>
						</b>
						{editable && (
							<Button
								small
								variant="quiet"
								aria-label={t("report.correctOf", { date: date(report.date) })}
								onPress={() => setOpen({ report })}
							>
								{t("report.correct")}
							</Button>
						)}
						<ReportDocuments id={id} report={report} editable={editable} />
						{report.note && <p dir="auto">{report.note}</p>}
						<details className={css.reported} open={index === 0}>
							<summary>{t("activities.count", { count: lines(report).length })}</summary>
							<ul>
								{lines(report).map(({ one, done, sum }) => (
									<li key={one.code}>
										<span>{t("gantt.plainName", { code: one.code, name: text(one.name) })}</span>
										<span>{done && reported(one.measure, done)}</span>
										<span>{sum !== null && t("report.spentOn", { amount: money(sum) })}</span>
									</li>
								))}
							</ul>
						</details>
					</li>
				))}
			</ul>
			<Suspense>
				{open && <ReportDialog id={id} report={open.report} onClose={() => setOpen(undefined)} />}
			</Suspense>
		</Card>
	);
}
