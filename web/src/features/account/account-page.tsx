import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { amendMe, chooseActingRole, signOut } from "@/api/gen/sdk.gen.ts";
import type { Me } from "@/api/gen/types.gen.ts";
import { keep } from "@/api/token.ts";
import { forgetSession, updateMe, useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { LanguageSelect } from "@/ui/language-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Fields, PageHead, Stack } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./account.module.css";
import { PasswordCard } from "./password-card.tsx";
import { SecondFactorCard } from "./second-factor-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";

function Bodies({ me }: { me: Me }) {
	const { t } = useTranslation(["account", "common"]);
	const { text } = useFormat();
	const action = useAction();
	if (me.grants.length === 0) {
		return (
			<Card title={t("bodies.title")}>
				<p>{t("bodies.none")}</p>
			</Card>
		);
	}
	const act = (grant: string) =>
		action.run(async () => {
			const { data } = await chooseActingRole({ body: { grant_id: grant }, throwOnError: true });
			keep(data);
			say(t("bodies.changed"));
		});
	return (
		<Card title={t("bodies.title")}>
			<p className="quiet">{t("bodies.lead")}</p>
			<ul className={css.list}>
				{me.grants.map((grant) => {
					const current = grant.id === me.acting?.id;
					return (
						<li key={grant.id} className={css.item}>
							<div>
								<b>
									<bdi>{text(grant.body_name)}</bdi>
								</b>
								<p className="quiet">{t(`common:role.${grant.role}`)}</p>
							</div>
							{current ? (
								<Badge tone="good">{t("bodies.current")}</Badge>
							) : (
								<Button small isPending={action.busy} onPress={() => void act(grant.id)}>
									{t("bodies.act")}
								</Button>
							)}
						</li>
					);
				})}
			</ul>
		</Card>
	);
}

function Profile({ me }: { me: Me }) {
	const { t } = useTranslation(["account", "common"]);
	const [name, setName] = useState(me.name);
	const [language, setLanguage] = useState(me.language);
	const action = useAction();
	const save = async () => {
		const { data } = await amendMe({
			body: { name: name.trim(), language },
			headers: ifMatch(me.version),
			throwOnError: true,
		});
		updateMe({ ...me, ...data });
		say(t("profile.saved"));
	};
	return (
		<Card title={t("profile.title")}>
			<Form action={action} onSubmit={() => void action.run(save)}>
				<Fields>
					<TextField
						label={t("profile.name")}
						dir="auto"
						autoComplete="name"
						value={name}
						onChange={setName}
						error={action.wrong["/name"]}
						isRequired
					/>
					<LanguageSelect
						label={t("profile.language")}
						hint={t("profile.languageHint")}
						value={language}
						onChange={setLanguage}
						error={action.wrong["/language"]}
					/>
				</Fields>
				<dl className={css.contact}>
					<dt>{t("common:field.email")}</dt>
					<dd className="ltr">{me.email ?? "—"}</dd>
					<dt>{t("common:field.phone")}</dt>
					<dd className="ltr">{me.phone ?? "—"}</dd>
				</dl>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("common:action.save")}
					</Button>
				</Actions>
			</Form>
		</Card>
	);
}

export function AccountPage() {
	const { t } = useTranslation(["account", "common"]);
	const me = useUser();
	const navigate = useNavigate();
	const action = useAction();
	if (!me) return null;
	const leave = () =>
		action.run(async () => {
			await signOut({ throwOnError: true });
			await navigate({ to: "/" });
			forgetSession();
		});
	return (
		<>
			<PageHead
				title={t("title")}
				lead={<bdi>{me.name}</bdi>}
				actions={
					<Button isPending={action.busy} onPress={() => void leave()}>
						{t("signOut")}
					</Button>
				}
			/>
			<Stack>
				{me.must_enrol_second_factor && (
					<Notice tone="warn" title={t("factor.must")} alert>
						<p>{t("factor.mustDetail")}</p>
					</Notice>
				)}
				<div className={css.columns}>
					<Stack>
						<Bodies me={me} />
						<Profile key={me.id} me={me} />
					</Stack>
					<Stack>
						<SecondFactorCard me={me} />
						<PasswordCard />
					</Stack>
				</div>
				<SessionsCard />
			</Stack>
		</>
	);
}
