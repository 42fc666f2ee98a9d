import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { requestPasswordReset, resetPassword } from "@/api/gen/sdk.gen.ts";
import { linkToken } from "@/auth/link-token.ts";
import { latinDigits } from "@/i18n/format.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Narrow, PageHead } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";

/** With the link of the message, a new password; without, the question for a link. */
export function PasswordResetPage() {
	const token = linkToken(useLocation().hash);
	return token ? <NewPassword token={token} /> : <AskForLink />;
}

/** Asks for a link. The answer never tells whether the account exists. */
function AskForLink() {
	const { t } = useTranslation("account");
	const [login, setLogin] = useState("");
	const [sent, setSent] = useState(false);
	const action = useAction();
	const ask = async () => {
		await requestPasswordReset({ body: { login: latinDigits(login.trim()) }, throwOnError: true });
		setSent(true);
	};
	return (
		<Narrow>
			<PageHead title={t("reset.title")} lead={t("reset.lead")} />
			{sent ? (
				<Notice tone="good" title={t("reset.sent")} alert>
					<p>{t("reset.sentDetail")}</p>
				</Notice>
			) : (
				<Card>
					<Form action={action} onSubmit={() => void action.run(ask)}>
						<TextField
							label={t("signIn.login")}
							dir="ltr"
							autoComplete="username"
							value={login}
							onChange={setLogin}
							error={action.wrong["/login"]}
							isRequired
						/>
						<Actions>
							<Button type="submit" variant="primary" isPending={action.busy}>
								{t("reset.send")}
							</Button>
						</Actions>
					</Form>
				</Card>
			)}
		</Narrow>
	);
}

/** Reached by the link of the message. */
function NewPassword({ token }: { token: string }) {
	const { t } = useTranslation("account");
	const [password, setPassword] = useState("");
	const [done, setDone] = useState(false);
	const action = useAction();
	const save = async () => {
		await resetPassword({ path: { token }, body: { password }, throwOnError: true });
		setDone(true);
	};
	return (
		<Narrow>
			<PageHead title={t("reset.newTitle")} />
			{done ? (
				<Notice tone="good" title={t("reset.done")} alert>
					<p>
						<Link to="/sign-in">{t("signIn.title")}</Link>
					</p>
				</Notice>
			) : (
				<Card>
					<Form action={action} onSubmit={() => void action.run(save)}>
						<TextField
							label={t("password.new")}
							hint={t("password.hint")}
							type="password"
							dir="ltr"
							autoComplete="new-password"
							value={password}
							onChange={setPassword}
							error={action.wrong["/password"]}
							isRequired
						/>
						<Actions>
							<Button type="submit" variant="primary" isPending={action.busy}>
								{t("password.save")}
							</Button>
						</Actions>
					</Form>
				</Card>
			)}
		</Narrow>
	);
}
