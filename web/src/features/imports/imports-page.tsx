import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listJobs } from "@/api/gen/sdk.gen.ts";
import type { Job } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { Empty } from "@/ui/states.tsx";
import { JobBadge } from "./job-badge.tsx";
import { NewImport } from "./new-import.tsx";

/** Spreadsheets of the chambers: first a trial that writes nothing, then the import. */
export function ImportsPage() {
	const { t } = useTranslation(["imports", "common"]);
	const { dateTime, number } = useFormat();
	const list = useQuery({
		queryKey: ["imports"],
		queryFn: async ({ signal }) =>
			(await listJobs({ query: { limit: 50 }, signal, throwOnError: true })).data.items,
	});
	return (
		<>
			<PageHead title={t("title")} lead={t("lead")} />
			<Stack>
				<NewImport />
				<ListTable<Job>
					list={list}
					none={<Empty title={t("none")} />}
					lines={3}
					label={t("earlier")}
					rowKey={(job) => job.id}
					columns={[
						{
							id: "file",
							header: t("file"),
							cell: (job) => (
								<Link to="/imports/$id" params={{ id: job.id }}>
									<bdi>{job.file_name ?? dateTime(job.created_at)}</bdi>
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
