import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveBlob } from "@/api/download.ts";
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from "@/api/gen/sdk.gen.ts";
import type { Me } from "@/api/gen/types.gen.ts";
import { refresh } from "@/api/token.ts";
import { updateMe } from "@/auth/session.ts";
import { latinDigits } from "@/i18n/format.ts";
import { Actions } from "@/ui/actions.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./account.module.css";
import { CodeField } from "./code-field.tsx";

interface Started {
	secret: string;
	otpauth_uri: string;
	qr_svg: string;
}

/** Shows the secret as a picture and as text, then asks for a first code. */
function Enrolment({ started, onDone }: { started: Started; onDone: (codes: string[]) => void }) {
	const { t } = useTranslation("account");
	const [code, setCode] = useState("");
	const action = useAction();
	const confirm = async () => {
		const digits = latinDigits(code).replace(/\D/g, "");
		const { data } = await confirmSecondFactor({ body: { code: digits }, throwOnError: true });
		onDone(data.recovery_codes);
	};
	return (
		<Form action={action} onSubmit={() => void action.run(confirm)}>
			<p>{t("factor.scan")}</p>
			<img
				className={css.qr}
				alt={t("factor.qr")}
				src={`data:image/svg+xml,${encodeURIComponent(started.qr_svg)}`}
			/>
			<p className="quiet">
				{t("factor.orType")} <code className={css.secret}>{started.secret}</code>
			</p>
			<CodeField value={code} onChange={setCode} error={action.wrong["/code"]} />
			<Actions>
				<Button type="submit" variant="primary" isPending={action.busy}>
					{t("factor.confirm")}
				</Button>
			</Actions>
		</Form>
	);
}

function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
	const { t } = useTranslation(["account", "common"]);
	const save = () =>
		saveBlob(new Blob([`${codes.join("\n")}\n`], { type: "text/plain" }), "recovery-codes.txt");
	return (
		<>
			<Notice tone="warn" title={t("factor.codesTitle")}>
				<p>{t("factor.codesDetail")}</p>
			</Notice>
			<ul className={css.codes}>
				{codes.map((code) => (
					<li key={code}>
						<code>{code}</code>
					</li>
				))}
			</ul>
			<Actions>
				<Button onPress={save}>{t("common:action.download")}</Button>
				<Button variant="primary" onPress={onClose}>
					{t("factor.kept")}
				</Button>
			</Actions>
		</>
	);
}

function Removal({ me, onClose }: { me: Me; onClose: () => void }) {
	const { t } = useTranslation(["account", "common"]);
	const [password, setPassword] = useState("");
	const action = useAction();
	const remove = async () => {
		await removeSecondFactor({ body: { password }, throwOnError: true });
		updateMe({ ...me, second_factor: false });
		onClose();
	};
	return (
		<Form action={action} onSubmit={() => void action.run(remove)}>
			<p>{t("factor.removeDetail")}</p>
			<TextField
				label={t("common:field.password")}
				type="password"
				dir="ltr"
				autoComplete="current-password"
				value={password}
				onChange={setPassword}
				error={action.wrong["/password"]}
				isRequired
			/>
			<Actions>
				<Button type="submit" variant="danger" isPending={action.busy}>
					{t("factor.remove")}
				</Button>
				<Button onPress={onClose}>{t("common:action.cancel")}</Button>
			</Actions>
		</Form>
	);
}

export function SecondFactorCard({ me }: { me: Me }) {
	const { t } = useTranslation("account");
	const [started, setStarted] = useState<Started>();
	const [codes, setCodes] = useState<readonly string[]>();
	const [removing, setRemoving] = useState(false);
	const action = useAction();
	const start = () =>
		action.run(async () => {
			setStarted((await startSecondFactor({ throwOnError: true })).data);
		});
	const enrolled = (recovery: string[]) => {
		setStarted(undefined);
		setCodes(recovery);
		updateMe({ ...me, second_factor: true, must_enrol_second_factor: false });
		// The session was opened without a second factor: a new token carries the rights it gives. One that
		// cannot be had now comes when the old one ends.
		void refresh().catch(() => false);
	};
	return (
		<Card
			title={t("factor.title")}
			actions={
				<Badge tone={me.second_factor ? "good" : "calm"}>
					{t(me.second_factor ? "factor.on" : "factor.off")}
				</Badge>
			}
		>
			<p className="quiet">{t("factor.lead")}</p>
			{codes ? (
				<RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />
			) : started ? (
				<Enrolment started={started} onDone={enrolled} />
			) : (
				<Form action={action} onSubmit={() => void start()}>
					<Actions>
						{me.second_factor ? (
							<Button variant="danger" onPress={() => setRemoving(true)}>
								{t("factor.remove")}
							</Button>
						) : (
							<Button type="submit" variant="primary" isPending={action.busy}>
								{t("factor.start")}
							</Button>
						)}
					</Actions>
				</Form>
			)}
			<Dialog title={t("factor.remove")} isOpen={removing} onClose={() => setRemoving(false)}>
				<Removal me={me} onClose={() => setRemoving(false)} />
			</Dialog>
		</Card>
	);
}
