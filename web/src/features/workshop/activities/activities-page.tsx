import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Project } from "@/api/gen/types.gen.ts";
import { getNetwork, getSchedule } from "@/api/gen/workshop-sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { Fold } from "../fold.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { projectKey } from "../queries.ts";
import { CalendarCard } from "./calendar-card.tsx";
import { hasDraft } from "./draft.ts";
import { NetworkEditor } from "./editor.tsx";
import { Exchange } from "./exchange.tsx";
import { Gantt } from "./gantt.tsx";
import { deadlineOf } from "./limits.ts";
import { MissedLimits } from "./missed-limits.tsx";
import { NetworkDrawing } from "./network-drawing.tsx";
import { ScheduleTable } from "./schedule-table.tsx";
import { useFrozen } from "./use-frozen.ts";

const PertPanel = lazy(async () => ({ default: (await import("./pert-panel.tsx")).PertPanel }));

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
	const frozen = useFrozen(id, network.data?.data);
	if (network.isPending) return <Loading lines={6} />;
	if (network.isError)
		return <Failed error={network.error} onRetry={() => void network.refetch()} />;
	const { activities } = network.data.data;
	const done = new Map(activities.map((one) => [one.code, one.percent_done ?? 0]));
	const dues = new Map(
		activities.flatMap((one) => {
			const day = deadlineOf(one);
			return day ? [[one.code, day] as const] : [];
		}),
	);
	const moving = schedule.data?.holidays.filter((day) => day.provisional) ?? [];
	return (
		<>
			<Exchange id={id} editable={editable} had={activities.length} />
			{editable && (
				<Fold title={t("editor.title")} open={!some || hasDraft(id)}>
					<NetworkEditor id={id} network={network.data} dated={!!project.starts_on} />
				</Fold>
			)}
			<Fold title={t("calendar.title")}>
				<CalendarCard
					network={network.data}
					holidays={schedule.data?.holidays ?? []}
					editable={editable}
				/>
			</Fold>
			{!editable && !some && <Empty title={t("activities.none")} />}
			{some && schedule.isPending && <Loading lines={6} />}
			{some && schedule.isError && (
				<Failed error={schedule.error} onRetry={() => void schedule.refetch()} />
			)}
			{some && schedule.data && (
				<>
					<MissedLimits schedule={schedule.data} />
					{moving.length > 0 && (
						<Notice tone="info" title={t("gantt.provisional")}>
							<ul>
								{moving.map((day) => (
									<li key={day.date}>
										{t("gantt.moving", { name: text(day.name), date: date(day.date) })}
									</li>
								))}
							</ul>
						</Notice>
					)}
					<Fold title={t("gantt.title")} open>
						<Gantt schedule={schedule.data} done={done} frozen={frozen} dues={dues} />
					</Fold>
					<Fold title={t("network.title")}>
						<NetworkDrawing
							project={project}
							schedule={schedule.data}
							network={network.data.data}
						/>
					</Fold>
					<Fold title={t("figures.title")}>
						<ScheduleTable schedule={schedule.data} />
					</Fold>
					{activities.some((one) => one.estimate) && (
						<Fold title={t("pert.title")}>
							<Suspense fallback={<Loading />}>
								<PertPanel
									network={network.data.data}
									minutesPerDay={schedule.data.schedule.minutes_per_day}
									dated={!!project.starts_on}
								/>
							</Suspense>
						</Fold>
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
