import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listJobs } from "@/api/gen/sdk.gen.ts";
import type { Job } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { Card, PageHead, Stack } from "@/ui/page.tsx";
import { Progress } from "@/ui/progress.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
import { useAction } from "@/ui/use-action.ts";
import { JobBadge } from "./job-badge.tsx";
import { startImport } from "./start-import.ts";

function NewImport() {
	const { t } = useTranslation(["imports", "common"]);
	const { number } = useFormat();
	const navigate = useNavigate();
	const action = useAction();
	const [file, setFile] = useState<File | null>(null);
	const [missing, setMissing] = useState(false);
	const [sent, setSent] = useState(0);
	const start = async () => {
		if (!file) return;
		const job = await startImport(file, { dryRun: true }, (progress) => setSent(progress.sent));
		await navigate({ to: "/imports/$id", params: { id: job.id } });
	};
	const kilobytes = (bytes: number) => number(Math.ceil(bytes / 1024));
	return (
		<Card title={t("new.title")}>
			<Form
				action={action}
				onSubmit={() => {
					setMissing(!file);
					setSent(0);
					if (file) void action.run(start);
				}}
			>
				<FileDrop
					label={t("new.file")}
					hint={t("new.formats")}
					accept=".csv,.tsv,.txt,.xlsx,.ndjson,.jsonl"
					file={file}
					onFile={setFile}
					error={missing && !file ? t("common:field.required") : undefined}
				/>
				<p>{t("new.dryRun")}</p>
				{action.busy && file && (
					<Progress
						label={t("new.sending")}
						said={t("new.sent", { sent: kilobytes(sent), total: kilobytes(file.size) })}
						value={sent}
						max={file.size}
					/>
				)}
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("new.check")}
					</Button>
				</Actions>
			</Form>
		</Card>
	);
}

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
				{list.isPending && <Loading lines={3} />}
				{list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
				{list.data?.length === 0 && <Empty title={t("none")} />}
				{list.data && list.data.length > 0 && (
					<DataTable<Job>
						label={t("earlier")}
						rows={list.data}
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
				)}
			</Stack>
		</>
	);
}
