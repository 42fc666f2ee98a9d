import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Project, Stage } from "@/api/gen/types.gen.ts";
import {
	approveProject,
	archiveProject,
	closeProject,
	dropProject,
	launchProject,
	listProjectTransitions,
	planProject,
	restoreProject,
} from "@/api/gen/workshop-sdk.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Card, Row } from "@/ui/page.tsx";
import { Failed } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "../queries.ts";
import { StageBadge } from "../stage-badge.tsx";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import css from "../workshop.module.css";

const CALLS = {
	plan: planProject,
	approve: approveProject,
	launch: launchProject,
	close: closeProject,
	drop: dropProject,
} as const;
type Step = keyof typeof CALLS;

/** Where a project can go from each stage, the way on first. */
const NEXT: Readonly<Record<Stage, readonly Step[]>> = {
	idea: ["plan", "drop"],
	planned: ["approve", "drop"],
	approved: ["launch", "drop"],
	running: ["close", "drop"],
	closed: [],
	dropped: [],
};

function StepDialog(props: { project: Project; step: Step; onClose: () => void }) {
	const { t } = useTranslation(["workshop", "common"]);
	const { project, step, onClose } = props;
	const [reason, setReason] = useState("");
	const [day, setDay] = useState<string | null>(today);
	const [checked, setChecked] = useState(false);
	const saving = useSaving(
		project.id,
		() =>
			CALLS[step]({
				path: { id: project.id },
				body: { reason: reason.trim(), decided_on: day },
				throwOnError: true,
			}),
		onClose,
		t("step.taken"),
	);
	const final = step === "drop" || step === "close";
	return (
		<SavingDialog
			saving={saving}
			title={t(`step.${step}`)}
			role={final ? "alertdialog" : "dialog"}
			onSubmit={() => {
				setChecked(true);
				if (isDate(day)) saving.save();
			}}
			submit={t(`step.${step}`)}
			variant={step === "drop" ? "danger" : "primary"}
		>
			<p>{t(`stepLead.${step}`)}</p>
			<TextField
				label={t("step.reason")}
				hint={t("step.reasonHint")}
				dir="auto"
				multiline
				value={reason}
				onChange={setReason}
				error={saving.action.wrong["/reason"]}
				isRequired
			/>
			<DateField
				label={t("step.day")}
				value={day}
				onChange={setDay}
				error={
					checked && !isDate(day) ? t("common:field.date") : saving.action.wrong["/decided_on"]
				}
				isRequired
			/>
		</SavingDialog>
	);
}

/** The steps a project has taken, each with its reason, and the steps it can take now. */
export function Stages({ project, own }: { project: Project; own: boolean }) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [step, setStep] = useState<Step>();
	const history = useQuery({
		queryKey: [...projectKey(project.id), "transitions"],
		queryFn: async ({ signal }) =>
			(await listProjectTransitions({ path: { id: project.id }, signal, throwOnError: true })).data
				.items,
	});
	const shelve = () =>
		action.run(async () => {
			const call = project.archived_at ? restoreProject : archiveProject;
			await call({ path: { id: project.id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: projectKey(project.id) });
			await queryClient.invalidateQueries({ queryKey: ["projects"] });
			say(t(project.archived_at ? "step.restored" : "step.archived"));
		});
	return (
		<Card title={t("stages.title")}>
			<Awaited list={history} />
			<ol className={css.steps}>
				{history.data?.map((one) => (
					<li key={one.at}>
						<StageBadge stage={one.to_stage} />
						<time dateTime={one.decided_on}>{date(one.decided_on)}</time>
						{one.person_name && <bdi>{one.person_name}</bdi>}
						{one.reason && <p dir="auto">{one.reason}</p>}
					</li>
				))}
			</ol>
			{action.failed && <Failed error={action.error} />}
			{own && (
				<Row>
					{!project.archived_at &&
						NEXT[project.stage].map((one, index) => (
							<Button
								key={one}
								variant={one === "drop" ? "danger" : index === 0 ? "primary" : "secondary"}
								onPress={() => setStep(one)}
							>
								{t(`step.${one}`)}
							</Button>
						))}
					<Button variant="quiet" isPending={action.busy} onPress={() => void shelve()}>
						{t(project.archived_at ? "step.restore" : "step.archive")}
					</Button>
				</Row>
			)}
			{step && <StepDialog project={project} step={step} onClose={() => setStep(undefined)} />}
		</Card>
	);
}
