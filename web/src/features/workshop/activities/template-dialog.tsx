import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectTemplate } from "@/api/gen/types.gen.ts";
import { applyTemplate } from "@/api/gen/workshop-sdk.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions, SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "../queries.ts";
import { templatesQuery } from "../templates.ts";
import { hasDraft } from "./draft.ts";
import { type NewCode, newCodes } from "./template-codes.ts";

interface Props {
	id: string;
	/** Activities of the plan so far. */
	had: number;
	onClose: () => void;
}

function Renamed({ codes, onClose }: { codes: readonly NewCode[]; onClose: () => void }) {
	const { t } = useTranslation(["workshop", "common"]);
	return (
		<Stack>
			<Notice tone="good" title={t("template.added")} alert>
				<p>{t("template.renamed")}</p>
				<ul>
					{codes.map(({ before, after }) => (
						<li key={after}>{t("template.newCode", { before, after })}</li>
					))}
				</ul>
			</Notice>
			<Actions>
				<Button variant="primary" onPress={onClose}>
					{t("common:action.close")}
				</Button>
			</Actions>
		</Stack>
	);
}

function Choice({ id, had, onClose, templates }: Props & { templates: ProjectTemplate[] }) {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [code, setCode] = useState(templates[0]?.code ?? null);
	/** One key for one template: a second press, or a try after a lost answer, adds nothing more. */
	const [key, setKey] = useState(newKey);
	const [codes, setCodes] = useState<readonly NewCode[]>([]);
	const [unsaved] = useState(() => hasDraft(id));
	const chosen = templates.find((one) => one.code === code);
	const add = async ({ code: template, activities }: ProjectTemplate) => {
		const { data } = await applyTemplate({
			path: { id },
			body: { template },
			headers: { "Idempotency-Key": key },
			throwOnError: true,
		});
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		await queryClient.invalidateQueries({ queryKey: ["projects"] });
		const renamed = newCodes(
			activities,
			data.activities,
			data.activities.length - activities.length,
		);
		if (renamed.length > 0) {
			setCodes(renamed);
			return;
		}
		say(t("template.added"));
		onClose();
	};
	if (codes.length > 0) return <Renamed codes={codes} onClose={onClose} />;
	return (
		<Form
			action={action}
			onSubmit={() => chosen && !unsaved && !action.busy && void action.run(() => add(chosen))}
		>
			<NativeSelect
				label={t("template.which")}
				hint={chosen && text(chosen.summary)}
				options={templates.map((one) => ({ id: one.code, label: text(one.name) }))}
				value={code}
				onChange={(one) => {
					setCode(one);
					setKey(newKey);
				}}
				error={action.wrong["/template"]}
			/>
			{chosen && (
				<Notice tone="info" title={t("template.brings", { count: chosen.activities.length })}>
					<p>{t(had > 0 ? "template.behind" : "template.first")}</p>
				</Notice>
			)}
			{unsaved && (
				<Notice tone="warn" title={t("template.unsaved")}>
					<p>{t("template.unsavedLead")}</p>
				</Notice>
			)}
			{unsaved ? (
				<Actions>
					<Button onPress={onClose}>{t("template.back")}</Button>
				</Actions>
			) : (
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("template.add")}
				</SubmitOrCancel>
			)}
		</Form>
	);
}

/** The activities of a template, behind the plan there is. */
export function TemplateDialog(props: Props) {
	const { t } = useTranslation("workshop");
	const templates = useQuery(templatesQuery);
	return (
		<Dialog title={t("template.title")} isOpen onClose={props.onClose}>
			{templates.isPending ? (
				<Loading />
			) : templates.isError ? (
				<Failed error={templates.error} onRetry={() => void templates.refetch()} />
			) : (
				<Choice {...props} templates={templates.data} />
			)}
		</Dialog>
	);
}
