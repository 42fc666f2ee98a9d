import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { addGrant, getPerson, updatePerson, withdrawGrant } from "@/api/gen/sdk.gen.ts";
import type { Person } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { LANGUAGE_NAMES } from "@/i18n/locale.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { ChevronBack, Edit, Plus } from "@/ui/icons.tsx";
import { Card, Facts, PageHead, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./administration.module.css";
import { BodyFields, noBody } from "./body-fields.tsx";
import { PersonEditor } from "./person-editor.tsx";
import { PersonSafety } from "./person-safety.tsx";
import { ROLES } from "./search.ts";

function NewGrant({
	person,
	onDone,
	onClose,
}: {
	person: string;
	onDone: () => Promise<void>;
	onClose: () => void;
}) {
	const { t } = useTranslation(["administration", "common"]);
	const action = useAction();
	const [body, setBody] = useState(noBody);
	const add = async () => {
		await addGrant({ path: { id: person }, body, throwOnError: true });
		await onDone();
	};
	return (
		<Dialog title={t("person.addRole")} isOpen onClose={onClose}>
			<Form action={action} onSubmit={() => void action.run(add)}>
				<BodyFields roles={ROLES} value={body} onChange={setBody} wrong={action.wrong} />
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("person.addRole")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

function Account({ person }: { person: Person }) {
	const { t } = useTranslation(["administration", "common"]);
	const { text, date } = useFormat();
	const user = useUser();
	const queryClient = useQueryClient();
	const action = useAction();
	const [adding, setAdding] = useState(false);
	const [editing, setEditing] = useState(false);
	const changed = async () => {
		await queryClient.invalidateQueries({ queryKey: ["people"] });
		say(t("saved"));
	};
	const toggle = () =>
		action.run(async () => {
			await updatePerson({
				path: { id: person.id },
				headers: ifMatch(person.version),
				body: {
					name: person.name,
					language: person.language,
					email: person.email ?? null,
					phone: person.phone ?? null,
					disabled: !person.disabled,
				},
				throwOnError: true,
			});
			await changed();
		});
	const end = (grant: string) =>
		action.run(async () => {
			await withdrawGrant({ path: { id: person.id, grant_id: grant }, throwOnError: true });
			await changed();
		});
	return (
		<>
			<PageHead
				title={person.name}
				beside={
					<Badge tone={person.disabled ? "bad" : "good"}>
						{t(person.disabled ? "disabled" : "enabled")}
					</Badge>
				}
				above={
					<Link to="/people">
						<ChevronBack size={16} />
						{t("common:nav.people")}
					</Link>
				}
				actions={
					<>
						{can(user, "list_audit_entries") && (
							<Link to="/audit" search={{ actor: person.id }} className={buttonClass("secondary")}>
								{t("person.audit")}
							</Link>
						)}
						{can(user, "update_person") && person.id !== user?.id && (
							<Button
								variant={person.disabled ? "primary" : "danger"}
								isPending={action.busy}
								onPress={() => void toggle()}
							>
								{t(person.disabled ? "person.enable" : "person.disable")}
							</Button>
						)}
					</>
				}
			/>
			<Stack>
				{action.failed && <ProblemPanel error={action.error} />}
				<Card
					title={t("person.account")}
					actions={
						can(user, "update_person") && (
							<Button small onPress={() => setEditing(true)}>
								<Edit size={16} />
								{t("common:action.edit")}
							</Button>
						)
					}
				>
					<Facts
						items={[
							{
								label: t("common:field.email"),
								value: person.email && <span className="ltr">{person.email}</span>,
							},
							{
								label: t("common:field.phone"),
								value: person.phone && <span className="ltr">{person.phone}</span>,
							},
							{ label: t("invite.language"), value: LANGUAGE_NAMES[person.language] },
							{
								label: t("person.factor"),
								value: t(person.second_factor ? "common:state.yes" : "common:state.no"),
							},
							{ label: t("since"), value: date(person.created_at) },
						]}
					/>
				</Card>
				<Card
					title={t("roles")}
					actions={
						can(user, "add_grant") && (
							<Button small onPress={() => setAdding(true)}>
								<Plus size={16} />
								{t("person.addRole")}
							</Button>
						)
					}
				>
					{person.grants.length === 0 && <p className="quiet">{t("person.noRoles")}</p>}
					<ul className={css.grants}>
						{person.grants.map((grant) => (
							<li key={grant.id}>
								<div>
									<b>{t(`common:role.${grant.role}`)}</b>
									<p className="quiet">
										<bdi>{text(grant.body_name)}</bdi>
									</p>
								</div>
								{can(user, "withdraw_grant") && (
									<Button
										small
										variant="danger"
										isPending={action.busy}
										aria-label={t("person.endOf", {
											role: t(`common:role.${grant.role}`),
											body: text(grant.body_name),
										})}
										onPress={() => void end(grant.id)}
									>
										{t("person.end")}
									</Button>
								)}
							</li>
						))}
					</ul>
				</Card>
				<PersonSafety
					person={person}
					onDone={() => queryClient.invalidateQueries({ queryKey: ["people"] })}
				/>
			</Stack>
			{editing && (
				<PersonEditor
					key={person.version}
					person={person}
					onDone={async () => {
						setEditing(false);
						await changed();
					}}
					onClose={() => setEditing(false)}
				/>
			)}
			{adding && (
				<NewGrant
					person={person.id}
					onDone={async () => {
						setAdding(false);
						await changed();
					}}
					onClose={() => setAdding(false)}
				/>
			)}
		</>
	);
}

export function PersonPage() {
	const { id } = useParams({ from: "/people/$id" });
	const found = useQuery({
		queryKey: ["people", "one", id],
		queryFn: async ({ signal }) =>
			(await getPerson({ path: { id }, signal, throwOnError: true })).data,
	});
	if (found.isPending) return <Loading lines={4} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	return <Account person={found.data} />;
}
