import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/api/download.ts";
import { cancelJob, getJob } from "@/api/gen/sdk.gen.ts";
import type { Job } from "@/api/gen/types.gen.ts";
import { isolateCodes } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { ChevronBack, Download } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, PageHead, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Progress } from "@/ui/progress.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./imports.module.css";
import { isOver, JobBadge } from "./job-badge.tsx";
import { JobRows } from "./job-rows.tsx";
import { ACCEPT, fileOf, isOld, startImport, wishesOf } from "./start-import.ts";

const EVERY_SECOND = 1000;

function Counts({ job }: { job: Job }) {
	const { t } = useTranslation("imports");
	const { number } = useFormat();
	const { report } = job;
	return (
		<dl className={css.counts}>
			<div data-tone="good">
				<dt>{t(report.written ? "count.added" : "count.wouldBeAdded")}</dt>
				<dd className="num">{number(report.added)}</dd>
			</div>
			<div>
				<dt>{t("count.unchanged")}</dt>
				<dd className="num">{number(report.unchanged)}</dd>
			</div>
			<div data-tone="wait">
				<dt>{t("count.duplicates")}</dt>
				<dd className="num">{number(report.duplicates)}</dd>
			</div>
			<div data-tone="bad">
				<dt>{t("count.wrong")}</dt>
				<dd className="num">{number(report.wrong)}</dd>
			</div>
		</dl>
	);
}

/** After a trial: the import itself, of the same file. */
function ForReal({ job, insertRows }: { job: Job; insertRows: readonly number[] }) {
	const { t } = useTranslation(["imports", "common"]);
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const action = useAction();
	const [file, setFile] = useState<File | null>(() => fileOf(job.id) ?? null);
	const [whole, setWhole] = useState(false);
	const [missing, setMissing] = useState(false);
	const start = async () => {
		if (!file) return;
		const started = await startImport(
			file,
			{ ...wishesOf(job), insertRows, dryRun: false, allOrNothing: whole },
			() => undefined,
		);
		await queryClient.invalidateQueries({ queryKey: ["imports"] });
		if (isOld(started)) say(t("again"));
		await navigate({ to: "/imports/$id", params: { id: started.id } });
	};
	return (
		<Card title={t("real.title")}>
			<Form
				action={action}
				onSubmit={() => {
					setMissing(!file);
					if (file) void action.run(start);
				}}
			>
				{!fileOf(job.id) && (
					<FileDrop
						label={t("new.file")}
						hint={t("real.again")}
						accept={ACCEPT}
						file={file}
						onFile={setFile}
						error={missing && !file ? t("common:field.required") : undefined}
					/>
				)}
				{file && job.file_name && file.name !== job.file_name && (
					<Notice tone="warn" title={t("real.otherFile")}>
						<p>{t("real.otherFileDetail", { name: job.file_name })}</p>
					</Notice>
				)}
				<Checkbox isSelected={whole} onChange={setWhole} hint={t("real.wholeHint")}>
					{t("real.whole")}
				</Checkbox>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("real.start", { count: job.report.added + insertRows.length })}
					</Button>
				</Actions>
			</Form>
		</Card>
	);
}

/** One import: how far it is, what it found, what is to be mended. Survives a closed browser. */
export function JobPage() {
	const { t } = useTranslation(["imports", "common"]);
	const { dateTime } = useFormat();
	const { id } = useParams({ from: "/imports/$id" });
	const queryClient = useQueryClient();
	const action = useAction();
	const [inserted, setInserted] = useState<ReadonlySet<number>>(new Set());
	const found = useQuery({
		queryKey: ["imports", "job", id],
		queryFn: async ({ signal }) =>
			(await getJob({ path: { id }, signal, throwOnError: true })).data,
		refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : EVERY_SECOND),
	});
	if (found.isPending) return <Loading lines={4} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const job = found.data;
	const over = isOver(job);
	const cancel = () =>
		action.run(async () => {
			await cancelJob({ path: { id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["imports"] });
		});
	const corrections = () =>
		action.run(() => download(`/api/v1/jobs/${id}/corrections`, `corrections-${id}.csv`));
	return (
		<>
			<PageHead
				title={job.file_name ?? t("one")}
				lead={dateTime(job.created_at)}
				beside={<JobBadge job={job} />}
				above={
					<Link to="/imports">
						<ChevronBack size={16} />
						{t("title")}
					</Link>
				}
				actions={
					over ? (
						job.report.wrong > 0 && (
							<Button isPending={action.busy} onPress={() => void corrections()}>
								<Download />
								{t("corrections")}
							</Button>
						)
					) : (
						<Button
							variant="danger"
							isPending={action.busy}
							isDisabled={job.cancel_requested}
							onPress={() => void cancel()}
						>
							{t(job.cancel_requested ? "cancelling" : "cancel")}
						</Button>
					)
				}
			/>
			<Stack>
				{action.failed && <ProblemPanel error={action.error} />}
				{!over && (
					<Card>
						<Progress
							label={t("progress")}
							said={
								job.total == null
									? t("rowsDone", { count: job.done })
									: t("rowsOf", { done: job.done, total: job.total })
							}
							value={job.done}
							max={job.total ?? null}
						/>
						<p className="quiet">{t("leave")}</p>
					</Card>
				)}
				{job.failure && (
					<Notice tone="bad" title={t("failed")} alert>
						<p>{isolateCodes(job.failure.detail)}</p>
					</Notice>
				)}
				{over && (
					<div role="status">
						<Counts job={job} />
					</div>
				)}
				{job.report.ignored_columns.length > 0 && (
					<Notice tone="warn" title={t("ignored")}>
						<p>
							{job.report.ignored_columns.map((column) => (
								<bdi key={column} className={css.column}>
									{column}
								</bdi>
							))}
						</p>
					</Notice>
				)}
				{job.state === "done" && !job.report.written && job.report.added + inserted.size > 0 && (
					<ForReal key={job.id} job={job} insertRows={[...inserted]} />
				)}
				{over && (
					<JobRows
						job={job}
						inserted={inserted}
						onInsert={job.report.written ? undefined : setInserted}
					/>
				)}
			</Stack>
		</>
	);
}
