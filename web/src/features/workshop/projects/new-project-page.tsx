import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { applyTemplate, createProject } from "@/api/gen/workshop-sdk.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { NoRight } from "@/ui/states.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { templatesQuery } from "../templates.ts";
import { blank, isReadable, ProjectFields, type Typed, toInput } from "./project-fields.tsx";

/** What is typed, and the template it begins with. */
const start = (): Typed & { template: string | null } => ({ ...blank, template: null });

function NewProject() {
	const { t } = useTranslation(["workshop", "common"]);
	const { text } = useFormat();
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const action = useAction();
	const kept = useKept("new-project", start);
	const { template, ...typed } = kept.value;
	/** A second try after a template that failed must not enter the project twice. */
	const made = useRef<string>(undefined);
	/** Nor may a template whose answer was lost be added twice. */
	const [key, setKey] = useState(newKey);
	const templates = useQuery(templatesQuery);
	const chosen = templates.data?.find(({ code }) => code === template);
	const create = async () => {
		if (made.current === undefined) {
			const { data } = await createProject({ body: toInput(typed), throwOnError: true });
			made.current = data.id;
		}
		const id = made.current;
		if (template) {
			const headers = { "Idempotency-Key": key };
			await applyTemplate({ path: { id }, body: { template }, headers, throwOnError: true });
		}
		kept.reset(start());
		await queryClient.invalidateQueries({ queryKey: ["projects"] });
		await navigate({ to: "/projects/$id", params: { id } });
	};
	return (
		<Narrow>
			<PageHead
				title={t("new.title")}
				lead={t("new.lead")}
				above={
					<Link to="/projects">
						<ChevronBack size={16} />
						{t("list.title")}
					</Link>
				}
			/>
			<Card>
				<Form action={action} onSubmit={() => isReadable(typed) && void action.run(create)}>
					{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
					<NativeSelect
						label={t("new.template")}
						hint={chosen ? text(chosen.summary) : t("new.templateHint")}
						empty={t("new.noTemplate")}
						options={(templates.data ?? []).map((one) => ({ id: one.code, label: text(one.name) }))}
						value={template}
						onChange={(code) => {
							kept.set({ ...kept.value, template: code });
							setKey(newKey);
						}}
						error={templates.isError ? t("new.templatesFailed") : action.wrong["/template"]}
					/>
					<ProjectFields
						typed={typed}
						onChange={(next) => kept.set({ ...next, template })}
						wrong={action.wrong}
					/>
					<Actions>
						<Button type="submit" variant="primary" isPending={action.busy}>
							{t("new.create")}
						</Button>
						<Link to="/projects" className={buttonClass("secondary")}>
							{t("common:action.cancel")}
						</Link>
					</Actions>
				</Form>
			</Card>
		</Narrow>
	);
}

/** A project begins as an idea: empty, or with the activities of a template. */
export function NewProjectPage() {
	return can(useUser(), "create_project") ? <NewProject /> : <NoRight />;
}
