import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PertActivityResult, PertResult, ProjectNetwork } from "@/api/gen/types.gen.ts";
import { getPert } from "@/api/gen/workshop-sdk.gen.ts";
import { ChartFrame } from "@/charts/frame.tsx";
import { LineChart } from "@/charts/line-chart.tsx";
import { ticks } from "@/charts/scale.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Card } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { FigureList } from "../figures.tsx";
import { projectKey } from "../queries.ts";
import { DueChances } from "./due-chances.tsx";

const round = (value: number) => Math.round(value * 100) / 100;

function Curve({ pert }: { pert: PertResult }) {
	const { t } = useTranslation("workshop");
	const { number } = useFormat();
	const points = pert.percentiles;
	const all = points.flatMap((one) => [one.duration, one.simulated_duration ?? one.duration]);
	const [from, to] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all))];
	const percent = (share: number) => t("percent", { value: number(Math.round(share * 100)) });
	const simulated = points.every((one) => one.simulated_duration != null);
	return (
		<ChartFrame
			title={t("pert.curve")}
			head={[t("pert.probability"), t("pert.normal"), t("pert.simulated")]}
			rows={points.map((one) => ({
				id: String(one.probability),
				cells: [
					percent(one.probability),
					number(round(one.duration)),
					one.simulated_duration == null ? "" : number(round(one.simulated_duration)),
				],
			}))}
		>
			<LineChart
				label={t("pert.curve")}
				series={[
					{
						id: "normal",
						label: t("pert.normal"),
						colour: "var(--series-3)",
						dash: "7 4",
						points: points.map((one) => [one.duration, one.probability]),
					},
					...(simulated
						? [
								{
									id: "simulated",
									label: t("pert.simulated"),
									colour: "var(--series-1)",
									points: points.map(
										(one) => [one.simulated_duration ?? 0, one.probability] as const,
									),
								},
							]
						: []),
				]}
				x={{ from, to, ticks: ticks(from, to, 7), say: (value) => number(value) }}
				y={{ to: 1, say: percent }}
				mark={pert.deadlines[0] && { at: pert.deadlines[0].duration, label: t("pert.deadline") }}
			/>
		</ChartFrame>
	);
}

interface Props {
	network: ProjectNetwork;
	minutesPerDay: number;
	dated: boolean;
}

/** The chance to finish in time, once activities have three estimates. */
export function PertPanel({ network, minutesPerDay, dated }: Props) {
	const { project_id: id } = network;
	const { t } = useTranslation("workshop");
	const { number, text } = useFormat();
	const [by, setBy] = useState<string | null>(null);
	const query = { runs: 1000, seed: 1, ...(dated && isDate(by) ? { by } : {}) };
	const pert = useQuery({
		queryKey: [...projectKey(id), "pert", query],
		queryFn: async ({ signal }) =>
			(await getPert({ path: { id }, query, signal, throwOnError: true })).data,
		placeholderData: keepPreviousData,
	});
	if (pert.isPending) return <Loading />;
	if (pert.isError) return <Failed error={pert.error} onRetry={() => void pert.refetch()} />;
	const found = pert.data.pert;
	if (!found) return null;
	const names = new Map(pert.data.activities.map(({ code, name }) => [code, name]));
	const [deadline] = found.deadlines;
	const percent = (share: number) => t("percent", { value: number(Math.round(share * 100)) });
	return (
		<Card title={t("pert.title")}>
			<FigureList
				items={[
					{
						id: "expected",
						label: t("pert.expected"),
						value: t("days", { count: round(found.duration) }),
					},
					{ id: "sigma", label: t("pert.sigma"), value: t("days", { count: round(found.sigma) }) },
					...(deadline
						? [
								{
									id: "inTime",
									label: t("pert.inTime"),
									value: percent(deadline.simulated_probability ?? deadline.probability),
								},
							]
						: []),
				]}
			/>
			{dated && <DateField label={t("pert.by")} value={by} onChange={setBy} />}
			<Curve pert={found} />
			{dated && <DueChances network={network} minutesPerDay={minutesPerDay} />}
			<DataTable<PertActivityResult>
				label={t("pert.title")}
				rows={found.activities}
				rowKey={(row) => row.id}
				compared
				columns={[
					{
						id: "name",
						header: t("editor.name"),
						cell: (row) => t("gantt.plainName", { code: row.id, name: text(names.get(row.id)) }),
					},
					{
						id: "expected",
						header: t("pert.te"),
						numeric: true,
						cell: (row) => number(round(row.expected)),
					},
					{
						id: "sigma",
						header: t("pert.sigma"),
						numeric: true,
						cell: (row) => number(round(row.sigma)),
					},
					{
						id: "criticality",
						header: t("pert.criticality"),
						numeric: true,
						cell: (row) => row.criticality_index != null && percent(row.criticality_index),
					},
				]}
			/>
		</Card>
	);
}
