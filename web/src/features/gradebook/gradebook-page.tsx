import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { gradebookQuery } from "@/reference/gradebook.ts";
import { ExportMenu } from "@/ui/export-menu.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { Grades } from "./grades.tsx";
import { Progress } from "./progress.tsx";
import { Scheme } from "./scheme.tsx";

function Gradebook({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("gradebook");
	const user = useUser();
	const { view } = useSearch({ from: "/cohorts/$id/gradebook" });
	const book = useQuery(gradebookQuery(cohort.id));
	// How a cohort is getting on is not for those who take part in it.
	const follows = can(user, "get_cohort_progress");
	const sheets = [
		undefined,
		...(follows ? (["progress"] as const) : []),
		...(can(user, "get_grade_scheme") ? (["scheme"] as const) : []),
	];
	const open = sheets.includes(view) ? view : undefined;
	if (book.isError) return <FailedPage error={book.error} onRetry={() => void book.refetch()} />;
	if (book.isPending) return <Loading lines={6} />;
	return (
		<>
			<CohortHead
				title={t("title")}
				cohort={cohort}
				current="gradebook"
				actions={<ExportMenu path={`/api/v1/cohorts/${cohort.id}/gradebook`} name="gradebook" />}
			/>
			<Tabs
				label={t("tabs.label")}
				current={open ?? "grades"}
				tabs={sheets.map((id) => ({
					id: id ?? "grades",
					label: t(`tabs.${id ?? "grades"}`),
					link: { to: "/cohorts/$id/gradebook", params: { id: cohort.id }, search: { view: id } },
				}))}
			/>
			{open === undefined && <Grades book={book.data} own={user?.acting?.role === "association"} />}
			{open === "progress" && <Progress book={book.data} />}
			{open === "scheme" && <Scheme book={book.data} />}
		</>
	);
}

/** The grades of a cohort part by part, how it is getting on, and what it is graded by. */
export function GradebookPage() {
	const { id } = useParams({ from: "/cohorts/$id/gradebook" });
	const user = useUser();
	const allowed = can(user, "get_gradebook");
	const found = useQuery({ ...cohortQuery(id), enabled: allowed });
	if (!allowed) return <NoRight />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	return <Gradebook cohort={found.data.data} />;
}
