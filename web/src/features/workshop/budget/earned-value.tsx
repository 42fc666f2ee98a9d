import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EarnedValueReport, Project } from "@/api/gen/types.gen.ts";
import { getEarnedValue } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { FileButton } from "@/ui/file-button.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { Fold } from "../fold.tsx";
import { baselinesQuery, projectKey } from "../queries.ts";
import { ActivityValues } from "./activity-values.tsx";
import css from "./budget.module.css";
import { Figures } from "./figures.tsx";
import { Forecast } from "./forecast.tsx";
import { SCurve } from "./s-curve.tsx";
import { Variances } from "./variances.tsx";

function Measured({ report, editable }: { report: EarnedValueReport; editable: boolean }) {
	const { t } = useTranslation("workshop");
	const { figures } = report;
	if (!figures) return null;
	return (
		<>
			{report.variances.length > 0 && (
				<Fold title={t("variance.title")} open>
					<Variances report={report} editable={editable} />
				</Fold>
			)}
			<Fold title={t("ev.curve")} open>
				<SCurve report={report} />
			</Fold>
			<Fold title={t("ev.figures")}>
				<Figures figures={figures.project} />
			</Fold>
			<Fold title={t("ev.forecast")}>
				<Forecast figures={figures} />
			</Fold>
			<Fold title={t("ev.byActivity")}>
				<ActivityValues report={report} />
			</Fold>
		</>
	);
}

/** What was earned by a day, measured against a baseline: of today and the last one unless asked otherwise. */
export function EarnedValue({ project }: { project: Project }) {
	const { t } = useTranslation(["workshop", "common"]);
	const { date } = useFormat();
	const { id, editable } = project;
	const [day, setDay] = useState<string | null>(null);
	const [number, setNumber] = useState<string | null>(null);
	const asked = {
		...(isDate(day) && day ? { date: day } : {}),
		...(number ? { baseline: Number(number) } : {}),
	};
	const baselines = useQuery(baselinesQuery(id));
	const report = useQuery({
		queryKey: [...projectKey(id), "earned-value", asked],
		queryFn: async ({ signal }) =>
			(await getEarnedValue({ path: { id }, query: asked, signal, throwOnError: true })).data,
		placeholderData: keepPreviousData,
	});
	if (report.isPending) return <Loading lines={4} />;
	if (report.isError) return <Failed error={report.error} onRetry={() => void report.refetch()} />;
	const { figures, no_figures } = report.data;
	if (!figures) {
		return (
			<Empty title={t(`noFigures.${no_figures ?? "no_activities"}`)}>
				<Link
					to={no_figures === "no_start" ? "/projects/$id" : "/projects/$id/activities"}
					params={{ id }}
					className={buttonClass("secondary")}
				>
					{t(no_figures === "no_start" ? "tool.overview" : "tool.activities")}
				</Link>
			</Empty>
		);
	}
	// Without a budget every figure is nothing, or not known.
	if (figures.project.cost.bac === 0) return <Empty title={t("noFigures.no_budget")} />;
	const query = new URLSearchParams(
		Object.entries(asked).map(([name, value]) => [name, String(value)]),
	).toString();
	return (
		<>
			<Fold title={t("ev.asked")}>
				<div className={css.asked}>
					<DateField
						label={t("ev.statusDate")}
						note={t("common:state.optional")}
						hint={t("ev.statusHint", { date: date(report.data.date) })}
						value={day}
						onChange={setDay}
						error={day !== null && !isDate(day) ? t("common:field.date") : undefined}
					/>
					{baselines.data && baselines.data.length > 0 && (
						<NativeSelect
							label={t("ev.against")}
							empty={t("ev.lastBaseline")}
							options={baselines.data.map((one) => ({
								id: String(one.number),
								label: t("baseline.number", { number: one.number }),
							}))}
							value={number}
							onChange={setNumber}
						/>
					)}
					<FileButton
						path={`/api/v1/projects/${id}/earned-value/report${query && `?${query}`}`}
						name="earned-value.pdf"
						accept="application/pdf"
					>
						{t("ev.print")}
					</FileButton>
				</div>
			</Fold>
			<Measured report={report.data} editable={editable} />
		</>
	);
}
