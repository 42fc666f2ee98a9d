import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createKey, listKeys, revokeKey } from "@/api/gen/sdk.gen.ts";
import type { Key } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useOperation } from "@/reference/use-operation.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { CodeChoice, wordOnAny } from "@/ui/code-choice.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Plus } from "@/ui/icons.tsx";
import { inWords } from "@/ui/in-words.ts";
import { ListTable } from "@/ui/list-table.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { ShownOnce } from "@/ui/shown-once.tsx";
import { Empty } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./keys.module.css";
import { OF_PEOPLE } from "./of-people.ts";
import { SigningKey } from "./signing-key.tsx";

const LIST = ["keys"];

/** A year from today, which is long enough to be useful and short enough to be looked at again. */
function inAYear(): string {
	const day = new Date();
	day.setUTCFullYear(day.getUTCFullYear() + 1);
	return day.toISOString().slice(0, 10);
}

function NewKey({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation(["keys", "common"]);
	const { operation } = useOperation();
	const { compare } = useFormat();
	const user = useUser();
	const queryClient = useQueryClient();
	const action = useAction();
	const [name, setName] = useState("");
	const [expires, setExpires] = useState<string | null>(inAYear);
	const [scopes, setScopes] = useState<ReadonlySet<string>>(new Set());
	const [secret, setSecret] = useState<string>();
	const [badDate, setBadDate] = useState(false);
	const offered = (user?.permissions ?? [])
		.filter((scope) => !OF_PEOPLE.has(scope))
		.map((code) => ({ code, name: operation(code) }))
		.sort((a, b) => compare(a.name, b.name));
	const create = async () => {
		const { data } = await createKey({
			body: { name: name.trim(), scopes: [...scopes].sort(), expires_on: expires ?? "" },
			throwOnError: true,
		}).catch(inWords(operation));
		await queryClient.invalidateQueries({ queryKey: LIST });
		setSecret(data.key ?? "");
	};
	const submit = () => {
		setBadDate(!isDate(expires));
		if (isDate(expires)) void action.run(create);
	};
	return (
		<Dialog title={t("new")} isOpen onClose={onClose} wide held={secret !== undefined}>
			{secret ? (
				<ShownOnce
					secret={secret}
					title={t("once")}
					detail={t("onceDetail")}
					done={t("kept")}
					onClose={onClose}
				/>
			) : (
				<Form action={action} onSubmit={submit}>
					<TextField
						label={t("name")}
						hint={t("nameHint")}
						dir="auto"
						value={name}
						onChange={setName}
						error={action.wrong["/name"]}
						isRequired
					/>
					<DateField
						label={t("expires")}
						value={expires}
						onChange={setExpires}
						error={badDate ? t("common:field.date") : action.wrong["/expires_on"]}
						isRequired
					/>
					<CodeChoice
						label={t("scopes")}
						hint={t("scopesHint")}
						options={offered}
						chosen={scopes}
						onChange={setScopes}
						error={wordOnAny(action.wrong, "/scopes")}
					/>
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{t("create")}
					</SubmitOrCancel>
				</Form>
			)}
		</Dialog>
	);
}

function KeyState({ row }: { row: Key }) {
	const { t } = useTranslation("keys");
	const tone = { active: "good", expired: "wait", revoked: "bad" } as const;
	return <Badge tone={tone[row.state]}>{t(`stateName.${row.state}`)}</Badge>;
}

/** Keys with which this body's own software calls the API. */
export function KeysPage() {
	const { t } = useTranslation(["keys", "common"]);
	const { text, date, dateTime } = useFormat();
	const user = useUser();
	const { operation } = useOperation();
	const queryClient = useQueryClient();
	const action = useAction();
	const [creating, setCreating] = useState(false);
	const [revoking, setRevoking] = useState<Key>();
	const list = useQuery({
		queryKey: LIST,
		queryFn: async ({ signal }) => (await listKeys({ signal, throwOnError: true })).data.items,
	});
	const everyBody = user?.acting?.role === "admin";
	const revoke = (key: Key) =>
		action.run(async () => {
			await revokeKey({ path: { id: key.id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: LIST });
			setRevoking(undefined);
			say(t("revokedDone"));
		});
	return (
		<>
			<PageHead
				title={t("common:nav.keys")}
				lead={t(everyBody ? "leadAll" : "lead")}
				actions={
					can(user, "create_key") && (
						<Button variant="primary" onPress={() => setCreating(true)}>
							<Plus />
							{t("new")}
						</Button>
					)
				}
			/>
			<Stack>
				<ListTable
					list={list}
					none={<Empty title={t("none")} />}
					label={t("common:nav.keys")}
					rowKey={(row) => row.id}
					columns={[
						{
							id: "name",
							header: t("name"),
							cell: (row) => (
								<>
									<bdi>{row.name}</bdi> <code className={css.prefix}>{row.prefix}…</code>
								</>
							),
						},
						...(everyBody
							? [
									{
										id: "body",
										header: t("body"),
										cell: (row: Key) => <bdi>{text(row.body_name)}</bdi>,
									},
								]
							: []),
						{
							id: "scopes",
							header: t("scopes"),
							cell: (row) => row.scopes.map(operation).join(t("listSeparator")),
						},
						{
							id: "expires",
							header: t("expires"),
							cell: (row) => <time dateTime={row.expires_on}>{date(row.expires_on)}</time>,
						},
						{
							id: "used",
							header: t("lastUse"),
							cell: (row) => (row.last_used_at ? dateTime(row.last_used_at) : t("never")),
						},
						{ id: "state", header: t("state"), cell: (row) => <KeyState row={row} /> },
						{
							id: "revoke",
							header: t("revoke"),
							bare: true,
							cell: (row) =>
								row.state === "active" &&
								can(user, "revoke_key") && (
									<Button
										small
										variant="danger"
										aria-label={t("revokeOf", { name: row.name })}
										onPress={() => setRevoking(row)}
									>
										{t("revoke")}
									</Button>
								),
						},
					]}
				/>
				{can(user, "rotate_signing_key") && <SigningKey />}
			</Stack>
			{creating && <NewKey onClose={() => setCreating(false)} />}
			{revoking && (
				<ConfirmDialog
					title={t("revokeOf", { name: revoking.name })}
					action={action}
					confirm={t("revoke")}
					onConfirm={() => void revoke(revoking)}
					onClose={() => setRevoking(undefined)}
				>
					<p>{t("revokeDetail")}</p>
				</ConfirmDialog>
			)}
		</>
	);
}
