import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort, CourseSession } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Stack } from "@/ui/page.tsx";
import { Empty, FailedPage, Loading } from "@/ui/states.tsx";
import { useNow } from "@/ui/use-now.ts";
import { timetableQuery } from "../queries.ts";
import { Days } from "./days.tsx";
import { runs } from "./runs.ts";
import css from "./timetable.module.css";

// Behind sign-in, and so not fetched with the public page.
const Managed = lazy(() => import("./managed.tsx").then((part) => ({ default: part.Managed })));

/** What is to come first; what is over folds while there is more to come. */
function Shown(props: { sessions: CourseSession[]; tools?: Parameters<typeof Days>[0]["tools"] }) {
	const { t } = useTranslation("attendance");
	const now = useNow();
	const { sessions, ...tools } = props;
	const past = sessions.filter(({ ends_at }) => Date.parse(ends_at) < now);
	const ahead = sessions.filter((one) => !past.includes(one));
	if (ahead.length === 0) return <Days sessions={sessions} {...tools} />;
	return (
		<>
			<Days sessions={ahead} {...tools} />
			{past.length > 0 && (
				<details className={css.past}>
					<summary>{t("timetable.past", { count: past.length })}</summary>
					<Stack>
						<Days sessions={past} {...tools} />
					</Stack>
				</details>
			)}
		</>
	);
}

function Timetable({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("attendance");
	const { locale } = useFormat();
	const user = useUser();
	const list = useQuery(timetableQuery(cohort.id));
	const sessions = list.data ?? [];
	const managed = runs(user, cohort);
	return (
		<>
			<CohortHead
				title={t("timetable.title")}
				cohort={cohort}
				current={can(user, "list_attendance") ? "timetable" : undefined}
				actions={
					sessions.length > 0 && (
						<a
							className={buttonClass("secondary")}
							href={`/api/v1/cohorts/${cohort.id}/calendar?language=${locale}`}
							download="cohort.ics"
						>
							<Plus />
							{t("timetable.calendar")}
						</a>
					)
				}
			/>
			<Stack>
				<Awaited list={list} lines={6} />
				{list.isSuccess && managed && (
					<Suspense fallback={<Loading lines={1} />}>
						<Managed cohort={cohort} sessions={sessions}>
							{(tools) => <Shown sessions={sessions} tools={tools} />}
						</Managed>
					</Suspense>
				)}
				{list.isSuccess && sessions.length === 0 && (
					<Empty title={t("timetable.none")}>
						<p>{t(managed ? "timetable.noneManaged" : "timetable.noneDetail")}</p>
					</Empty>
				)}
				{!managed && <Shown sessions={sessions} />}
			</Stack>
		</>
	);
}

/** The public timetable of a cohort; those who run it write it here. */
export function TimetablePage() {
	const { id } = useParams({ from: "/cohorts/$id/timetable" });
	const found = useQuery(cohortQuery(id));
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	return <Timetable cohort={found.data.data} />;
}
