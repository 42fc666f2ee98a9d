import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectTool } from "@/api/gen/types.gen.ts";
import { handInAssignment } from "@/api/gen/workshop-sdk.gen.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { ALL, ownProjectsQuery } from "../queries.ts";
import { placeOf } from "../tools.ts";

interface Props {
	assignment: string;
	tool: ProjectTool;
	/** Participants of the association who can hand in. */
	participants: readonly { enrolment_id: string; participant_name: string }[];
	/** The project of the last time. */
	project?: string;
	/** It was handed in before. */
	again?: boolean;
}

/** Hands in the content of the tool in one of the association’s own projects, as it is now. */
export function HandIn({ assignment, tool, participants, project: last, again }: Props) {
	const { t } = useTranslation(["assignments", "common"]);
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const own = useUser()?.acting?.association_id ?? "";
	const projects = useQuery(ownProjectsQuery(own));
	const start = () => ({
		enrolment: participants[0]?.enrolment_id ?? null,
		project: last ?? null,
		note: "",
	});
	const kept = useKept<{ enrolment: string | null; project: string | null; note: string }>(
		`hand-in:${assignment}:${own}`,
		start,
	);
	const [wanting, setWanting] = useState(false);
	const { note } = kept.value;
	const enrolment = participants.some((one) => one.enrolment_id === kept.value.enrolment)
		? kept.value.enrolment
		: (participants[0]?.enrolment_id ?? null);
	const only = projects.data?.length === 1 ? (projects.data[0]?.id ?? null) : null;
	const project = projects.data?.find(({ id }) => id === kept.value.project)?.id ?? only;
	const set = (patch: Partial<typeof kept.value>) => kept.set({ ...kept.value, ...patch });
	const submit = () => {
		setWanting(!project);
		if (!enrolment || !project) return;
		void action.run(async () => {
			const { data } = await handInAssignment({
				path: { id: assignment },
				body: { enrolment_id: enrolment, project_id: project, note: note.trim() || null },
				throwOnError: true,
			});
			kept.reset(start());
			say(t("handIn.done"));
			await queryClient.invalidateQueries({ queryKey: ALL });
			await navigate({ to: "/submissions/$id", params: { id: data.id } });
		});
	};
	if (!projects.data) return <Awaited list={projects} lines={2} />;
	if (projects.data.length === 0)
		return (
			<Notice tone="info" title={t("handIn.noProject")}>
				<p>{t("handIn.noProjectLead")}</p>
				<div>
					<Link to="/projects/new" className={buttonClass("secondary", true)}>
						{t("handIn.newProject")}
					</Link>
				</div>
			</Notice>
		);
	return (
		<Form action={action} onSubmit={submit}>
			<Stack>
				<p className="quiet">{t("handIn.lead", { tool: t(`tool.${tool}`) })}</p>
				{participants.length > 1 && (
					<NativeSelect
						label={t("work.participant")}
						options={participants.map((one) => ({
							id: one.enrolment_id,
							label: one.participant_name,
						}))}
						value={enrolment}
						onChange={(id) => set({ enrolment: id })}
						error={action.wrong["/enrolment_id"]}
						isRequired
					/>
				)}
				<NativeSelect
					label={t("handIn.project")}
					empty={t("common:field.choose")}
					options={projects.data.map(({ id, name }) => ({ id, label: text(name) }))}
					value={project}
					onChange={(id) => set({ project: id })}
					error={
						action.wrong["/project_id"] ??
						(wanting && !project ? t("common:field.required") : undefined)
					}
					isRequired
				/>
				{project && (
					<p>
						<Link {...placeOf(tool, project)}>{t("handIn.look", { tool: t(`tool.${tool}`) })}</Link>
					</p>
				)}
				<TextField
					label={t("handIn.note")}
					note={t("common:state.optional")}
					dir="auto"
					multiline
					value={note}
					onChange={(typed) => set({ note: typed })}
					error={action.wrong["/note"]}
				/>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t(again ? "handIn.again" : "handIn.submit")}
					</Button>
				</Actions>
			</Stack>
		</Form>
	);
}
