import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listJobs } from "@/api/gen/sdk.gen.ts";
import type { Job } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { FileName } from "@/ui/file-name.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { isOver, JobBadge } from "./job-badge.tsx";
import { NewImport } from "./new-import.tsx";

const PER_PAGE = 25;
const WHILE_RUNNING = 3000;

/** Spreadsheets of the chambers: first a trial that writes nothing, then the import. */
export function ImportsPage() {
	const { t } = useTranslation(["imports", "common"]);
	const { dateTime, number } = useFormat();
	const cursors = useCursors("imports");
	const list = useQuery({
		queryKey: ["imports", "all", cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listJobs({
					query: { limit: PER_PAGE, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		// What still runs moves on the page too.
		refetchInterval: ({ state }) =>
			state.data?.items.every(isOver) === false ? WHILE_RUNNING : false,
	});
	return (
		<>
			<PageHead title={t("title")} lead={t("lead")} />
			<Stack>
				<NewImport />
				<PagedTable<Job>
					list={list}
					cursors={cursors}
					perPage={PER_PAGE}
					empty={<Empty title={t("none")} />}
					lines={3}
					label={t("earlier")}
					rowKey={(job) => job.id}
					columns={[
						{
							id: "file",
							header: t("file"),
							cell: (job) => (
								<Link to="/imports/$id" params={{ id: job.id }}>
									{job.file_name ? <FileName>{job.file_name}</FileName> : dateTime(job.created_at)}
								</Link>
							),
						},
						{
							id: "at",
							header: t("startedAt"),
							cell: (job) => <time dateTime={job.created_at}>{dateTime(job.created_at)}</time>,
						},
						{
							id: "added",
							header: t("outcome.added"),
							numeric: true,
							cell: (job) => number(job.report.added),
						},
						{
							id: "wrong",
							header: t("outcome.wrong"),
							numeric: true,
							cell: (job) => number(job.report.wrong),
						},
						{ id: "state", header: t("state"), cell: (job) => <JobBadge job={job} /> },
					]}
				/>
			</Stack>
		</>
	);
}
