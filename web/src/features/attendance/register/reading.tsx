import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isProblem } from "@/api/problem.ts";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { Stack } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty, FailedPage, Loading } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { timetableQuery } from "../queries.ts";
import { useColumns } from "./columns.tsx";
import { PER_PAGE, registerQuery } from "./queries.ts";
import { Asked } from "./register.tsx";

/** Where those participants stand whom the reader may know of. */
export function ReadRegister({ cohort }: { cohort: string }) {
	const { t } = useTranslation("attendance");
	const cursors = useCursors(cohort);
	const list = useQuery(registerQuery(cohort, cursors.cursor));
	const sessions = useQuery(timetableQuery(cohort));
	const columns = useColumns(sessions.data ?? []);
	if (isProblem(list.error) && list.error.status === 404)
		return <Empty title={t("register.noneOfYours")} />;
	return (
		<>
			{list.data && list.data.items.length > 0 && <Asked rows={list.data.items} />}
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<Empty title={t("register.nobody")} />}
				label={t("register.title")}
				rowKey={(row) => row.enrolment_id}
				columns={columns}
			/>
		</>
	);
}

/** The register for those who only read it. */
export function ReadingPage({ cohort }: { cohort: string }) {
	const { t } = useTranslation("attendance");
	const found = useQuery(cohortQuery(cohort));
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	return (
		<>
			<CohortHead title={t("title")} cohort={found.data.data} current="attendance" />
			<Stack>
				<ReadRegister cohort={cohort} />
			</Stack>
		</>
	);
}
