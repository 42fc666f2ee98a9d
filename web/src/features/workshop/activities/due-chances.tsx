import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ProjectNetwork } from "@/api/gen/types.gen.ts";
import { calculatePert, getPert } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { projectKey } from "../queries.ts";
import { chanceRequest, type Due, duesOf, upTo } from "./chances.ts";

interface Props {
	network: ProjectNetwork;
	minutesPerDay: number;
}

interface Chance extends Due {
	normal: number;
	simulated: number | null;
}

/** The chance of each deadline: that its activity, with all it waits for, is done by then. */
export function DueChances({ network, minutesPerDay }: Props) {
	const { t } = useTranslation("workshop");
	const { date, number, text } = useFormat();
	const { project_id: id, version, activities } = network;
	const dues = duesOf(activities);
	const chances = useQuery({
		queryKey: [...projectKey(id), "pert", "deadlines", version],
		enabled: dues.length > 0,
		queryFn: ({ signal }) =>
			Promise.all(
				dues.map(async (due): Promise<Chance[]> => {
					// The server says how many working days of the project lie before a day.
					const query = { by: due.day, runs: 1 };
					const asked = { path: { id }, query, signal, throwOnError: true as const };
					const days = (await getPert(asked)).data.pert?.deadlines[0]?.duration;
					if (days === undefined) return [];
					const body = chanceRequest(upTo(activities, due.code), days, minutesPerDay);
					const judged = (await calculatePert({ body, signal, throwOnError: true })).data;
					return judged.deadlines.map((one) => ({
						...due,
						normal: one.probability,
						simulated: one.simulated_probability ?? null,
					}));
				}),
			),
		select: (found) => found.flat(),
	});
	if (dues.length === 0) return null;
	if (chances.isPending) return <Loading lines={dues.length} />;
	if (chances.isError)
		return <Failed error={chances.error} onRetry={() => void chances.refetch()} />;
	const names = new Map(activities.map(({ code, name }) => [code, name]));
	const percent = (share: number) => t("percent", { value: number(Math.round(share * 100)) });
	return (
		<>
			<h3>{t("pert.deadlines")}</h3>
			<p className="quiet">{t("pert.deadlinesLead")}</p>
			<DataTable<Chance>
				label={t("pert.deadlines")}
				rows={chances.data}
				rowKey={(row) => row.code}
				columns={[
					{
						id: "name",
						header: t("editor.name"),
						cell: (row) =>
							t("gantt.plainName", { code: row.code, name: text(names.get(row.code)) }),
					},
					{
						id: "day",
						header: t("pert.deadline"),
						cell: (row) => <time dateTime={row.day}>{date(row.day)}</time>,
					},
					{
						id: "normal",
						header: t("pert.normal"),
						numeric: true,
						cell: (row) => percent(row.normal),
					},
					{
						id: "simulated",
						header: t("pert.simulated"),
						numeric: true,
						cell: (row) => row.simulated != null && percent(row.simulated),
					},
				]}
			/>
		</>
	);
}
