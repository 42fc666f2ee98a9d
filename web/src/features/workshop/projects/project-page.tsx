import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { EXPORT_FORMATS } from "@/api/download.ts";
import type { Project } from "@/api/gen/types.gen.ts";
import { updateProject } from "@/api/gen/workshop-sdk.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { FileButton } from "@/ui/file-button.tsx";
import { Copy, Edit } from "@/ui/icons.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { Progress } from "@/ui/progress.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { teamQuery } from "../queries.ts";
import { useList } from "../use-list.ts";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import css from "../workshop.module.css";
import { Comments } from "./comments.tsx";
import { CopyDialog } from "./copy-dialog.tsx";
import { DocumentsCard } from "./documents-card.tsx";
import { fromProject, isReadable, ProjectFields, toInput } from "./project-fields.tsx";
import { Stages } from "./stages.tsx";
import { TeamCard } from "./team.tsx";

function EditDialog({ project, onClose }: { project: Tagged<Project>; onClose: () => void }) {
	const { t } = useTranslation("workshop");
	const { id } = project.data;
	const [typed, setTyped] = useState(() => fromProject(project.data));
	/** What it began from: a project read again meanwhile is not that version. */
	const [base] = useState(project.etag);
	const saving = useSaving(
		id,
		(from) =>
			updateProject({
				path: { id },
				body: toInput(typed, project.data),
				headers: ifMatch(from),
				throwOnError: true,
			}),
		onClose,
	);
	return (
		<SavingDialog
			saving={saving}
			title={t("overview.edit")}
			onSubmit={() => isReadable(typed) && saving.save(base)}
			wide
		>
			<ProjectFields
				typed={typed}
				onChange={setTyped}
				wrong={saving.action.wrong}
				owner={project.data.association.id}
			/>
		</SavingDialog>
	);
}

function Buttons({ project }: { project: Tagged<Project> }) {
	const { t } = useTranslation(["workshop", "common"]);
	const user = useUser();
	const [open, setOpen] = useState<"edit" | "copy">();
	const close = () => setOpen(undefined);
	const path = `/api/v1/projects/${project.data.id}`;
	return (
		<>
			{project.data.editable && (
				<Button onPress={() => setOpen("edit")}>
					<Edit size={16} />
					{t("common:action.edit")}
				</Button>
			)}
			{can(user, "copy_project") && (
				<Button variant="quiet" onPress={() => setOpen("copy")}>
					<Copy size={16} />
					{t("overview.copy")}
				</Button>
			)}
			{can(user, "get_project_workbook") && (
				<FileButton path={`${path}/workbook`} name="project.xlsx" accept={EXPORT_FORMATS.xlsx}>
					{t("overview.workbook")}
				</FileButton>
			)}
			{can(user, "get_project_report") && (
				<FileButton path={`${path}/report`} name="project.pdf" accept="application/pdf">
					{t("overview.report")}
				</FileButton>
			)}
			{open === "edit" && <EditDialog project={project} onClose={close} />}
			{open === "copy" && <CopyDialog project={project.data} onClose={close} />}
		</>
	);
}

function Overview({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { text, date, number } = useFormat();
	const list = useList();
	const user = useUser();
	// A project that is over or put away says of nobody that they may change it.
	const team = useQuery(teamQuery(project.id)).data?.data.items;
	const me = team?.find(({ person_id }) => person_id === user?.id);
	const edits = project.editable || (can(user, "archive_project") && me?.access === "edit");
	// Who of the partners may do what is for the association whose project it is.
	const owns = user?.acting?.association_id === project.association.id;
	const done = Math.round(project.plan.percent_done);
	return (
		<div className={css.columns}>
			<div className={css.column}>
				<Card title={t("overview.facts")}>
					<Facts
						items={[
							{ label: t("field.stageSince"), value: date(project.stage_since) },
							{ label: t("field.startsOn"), value: project.starts_on && date(project.starts_on) },
							{
								label: t("field.finish"),
								value: project.plan.finish && date(project.plan.finish),
							},
							{
								label: t("field.activities"),
								value: t("activities.count", { count: project.plan.activities }),
							},
							...(project.partners.length > 0
								? [
										{
											label: t("field.partners"),
											value: list(project.partners.map(({ name }) => text(name))),
										},
									]
								: []),
						]}
					/>
					<Progress
						label={t("field.done")}
						said={t("percent", { value: number(done) })}
						value={done}
						max={100}
					/>
					{project.purpose && <p dir="auto">{text(project.purpose)}</p>}
				</Card>
				<DocumentsCard id={project.id} editable={project.editable} />
				<Comments id={project.id} />
			</div>
			<div className={css.column}>
				<Stages project={project} own={edits} />
				<TeamCard project={project} own={owns && project.editable} />
			</div>
		</div>
	);
}

/** One project: where it stands, who works on it, what is said of it. */
export function ProjectPage() {
	return (
		<ProjectFrame tool="overview" actions={(project) => <Buttons project={project} />}>
			{({ data }) => <Overview project={data} />}
		</ProjectFrame>
	);
}
