import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Project } from "@/api/gen/types.gen.ts";
import { getNetwork, getSchedule } from "@/api/gen/workshop-sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { projectKey } from "../queries.ts";
import { NetworkEditor } from "./editor.tsx";
import { Exchange } from "./exchange.tsx";
import { Gantt } from "./gantt.tsx";
import { NetworkDrawing } from "./network-drawing.tsx";
import { PertPanel } from "./pert-panel.tsx";
import { ScheduleTable } from "./schedule-table.tsx";

function Activities({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { dir, text, date } = useFormat();
	const { id, editable } = project;
	const network = useQuery({
		queryKey: [...projectKey(id), "network"],
		queryFn: ({ signal }) => tagged(getNetwork({ path: { id }, signal, throwOnError: true })),
	});
	const some = (network.data?.data.activities.length ?? 0) > 0;
	const schedule = useQuery({
		queryKey: [...projectKey(id), "schedule", dir],
		queryFn: async ({ signal }) =>
			(
				await getSchedule({
					path: { id },
					query: { direction: dir === "rtl" ? "right_to_left" : "left_to_right" },
					signal,
					throwOnError: true,
				})
			).data,
		enabled: some,
		placeholderData: keepPreviousData,
	});
	if (network.isPending) return <Loading lines={6} />;
	if (network.isError)
		return <Failed error={network.error} onRetry={() => void network.refetch()} />;
	const { activities } = network.data.data;
	const done = new Map(activities.map((one) => [one.code, one.percent_done ?? 0]));
	const moving = schedule.data?.holidays.filter((day) => day.provisional) ?? [];
	return (
		<>
			<Exchange id={id} editable={editable} />
			{editable && <NetworkEditor id={id} network={network.data} />}
			{!editable && !some && <Empty title={t("activities.none")} />}
			{some && schedule.isPending && <Loading lines={6} />}
			{some && schedule.isError && (
				<Failed error={schedule.error} onRetry={() => void schedule.refetch()} />
			)}
			{some && schedule.data && (
				<>
					{moving.length > 0 && (
						<Notice tone="info" title={t("gantt.provisional")}>
							<ul>
								{moving.map((day) => (
									<li key={day.date}>
										{text(day.name)}, <time dateTime={day.date}>{date(day.date)}</time>
									</li>
								))}
							</ul>
						</Notice>
					)}
					<Gantt schedule={schedule.data} done={done} />
					<NetworkDrawing schedule={schedule.data} network={network.data.data} />
					<ScheduleTable schedule={schedule.data} />
					{activities.some((one) => one.estimate) && (
						<PertPanel id={id} dated={!!project.starts_on} />
					)}
				</>
			)}
		</>
	);
}

/** The activities of a project and the schedule that follows from them. */
export function ActivitiesPage() {
	return (
		<ProjectFrame tool="activities">{({ data }) => <Activities project={data} />}</ProjectFrame>
	);
}
