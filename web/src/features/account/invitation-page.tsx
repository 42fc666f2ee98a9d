import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { acceptInvitation, viewInvitation } from "@/api/gen/sdk.gen.ts";
import type { InvitationView } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { keep } from "@/api/token.ts";
import { linkToken } from "@/auth/link-token.ts";
import { latinDigits } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, Narrow, PageHead } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { CodeField } from "./code-field.tsx";

function Acceptance({ token, invitation }: { token: string; invitation: InvitationView }) {
	const { t } = useTranslation(["account", "common"]);
	const { text, date } = useFormat();
	const navigate = useNavigate();
	const [name, setName] = useState(invitation.name);
	const [phone, setPhone] = useState("");
	const [password, setPassword] = useState("");
	const [code, setCode] = useState("");
	const [asked, setAsked] = useState(false);
	const action = useAction();
	const accept = async () => {
		try {
			const { data } = await acceptInvitation({
				path: { token },
				body: {
					name: name.trim(),
					password,
					...(phone.trim() ? { phone: latinDigits(phone.trim()) } : {}),
					...(asked ? { otp: latinDigits(code).replace(/\D/g, "") } : {}),
				},
				throwOnError: true,
			});
			keep(data);
			await navigate({ to: data.me.must_enrol_second_factor ? "/account" : "/", replace: true });
		} catch (failure) {
			const wanted = isProblem(failure) && failure.code === "second_factor_required";
			if (!wanted || asked) throw failure;
			setAsked(true);
		}
	};
	return (
		<>
			<PageHead
				title={t("invitation.title")}
				lead={t(invitation.account_exists ? "invitation.leadKnown" : "invitation.lead")}
			/>
			<Card>
				<Facts
					items={[
						{ label: t("invitation.body"), value: <bdi>{text(invitation.body_name)}</bdi> },
						{ label: t("invitation.role"), value: t(`common:role.${invitation.role}`) },
						{
							label: t("common:field.email"),
							value: <span className="ltr">{invitation.email}</span>,
						},
						{ label: t("invitation.until"), value: date(invitation.expires_at) },
					]}
				/>
			</Card>
			<Card>
				<Form action={action} onSubmit={() => void action.run(accept)}>
					<TextField
						label={t("profile.name")}
						dir="auto"
						autoComplete="name"
						value={name}
						onChange={setName}
						error={action.wrong["/name"]}
						isRequired
					/>
					<TextField
						label={t("common:field.phone")}
						note={t("common:state.optional")}
						dir="ltr"
						type="tel"
						autoComplete="tel"
						value={phone}
						onChange={setPhone}
						error={action.wrong["/phone"]}
					/>
					<TextField
						label={t("common:field.password")}
						hint={invitation.account_exists ? t("invitation.ownPassword") : t("password.hint")}
						type="password"
						dir="ltr"
						autoComplete={invitation.account_exists ? "current-password" : "new-password"}
						value={password}
						onChange={setPassword}
						error={action.wrong["/password"]}
						isRequired
					/>
					{asked && (
						<CodeField value={code} onChange={setCode} error={action.wrong["/otp"]} autoFocus />
					)}
					<Actions>
						<Button type="submit" variant="primary" isPending={action.busy}>
							{t("invitation.accept")}
						</Button>
					</Actions>
				</Form>
			</Card>
		</>
	);
}

export function InvitationPage() {
	const token = linkToken(useLocation().hash);
	return token ? <Invitation token={token} /> : <NoInvitation reason="incomplete" />;
}

/** The link is cut short, or what it led to is over. */
function NoInvitation({ reason }: { reason: "incomplete" | "over" }) {
	const { t } = useTranslation("account");
	return (
		<Narrow>
			<PageHead title={t("invitation.title")} />
			<Notice tone="bad" title={t(`invitation.${reason}`)} alert>
				<p>{t(`invitation.${reason}Detail`)}</p>
			</Notice>
		</Narrow>
	);
}

function Invitation({ token }: { token: string }) {
	const invitation = useQuery({
		queryKey: ["invitation", token],
		queryFn: async ({ signal }) =>
			(await viewInvitation({ path: { token }, signal, throwOnError: true })).data,
	});
	if (invitation.isPending) return <Loading />;
	if (isProblem(invitation.error) && [404, 409, 410].includes(invitation.error.status)) {
		return <NoInvitation reason="over" />;
	}
	if (invitation.isError) {
		return <FailedPage error={invitation.error} onRetry={() => void invitation.refetch()} />;
	}
	return (
		<Narrow>
			<Acceptance token={token} invitation={invitation.data} />
		</Narrow>
	);
}
