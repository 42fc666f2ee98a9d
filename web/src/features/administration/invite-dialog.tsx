import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { invite } from "@/api/gen/sdk.gen.ts";
import { useUser } from "@/auth/session.ts";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "@/i18n/locale.ts";
import { Actions, SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { inWords } from "@/ui/in-words.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ShownOnce } from "@/ui/shown-once.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { BodyFields, bodyFor, invitedBy, useRoleWord } from "./body-fields.tsx";

/** Sends a link that opens an account; when no mail server is there, shows the link once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation(["administration", "common"]);
	const queryClient = useQueryClient();
	const acting = useUser()?.acting;
	const roles = invitedBy(acting);
	const action = useAction();
	const wordOf = useRoleWord();
	const [body, setBody] = useState(() => bodyFor(acting, roles[0] ?? "association"));
	const [name, setName] = useState("");
	const [email, setEmail] = useState("");
	const [language, setLanguage] = useState<Locale>("ar");
	const [sent, setSent] = useState<{ link: string | null }>();
	const send = async () => {
		const { data } = await invite({
			body: { ...body, name: name.trim(), email: email.trim(), language },
			throwOnError: true,
		}).catch(inWords(wordOf));
		await queryClient.invalidateQueries({ queryKey: ["invitations"] });
		setSent({ link: data.link ?? null });
	};
	return (
		<Dialog title={t("invite.title")} isOpen onClose={onClose} held={!!sent?.link}>
			{sent?.link ? (
				<ShownOnce
					secret={sent.link}
					title={t("invite.sent")}
					detail={t("invite.link")}
					done={t("common:action.close")}
					onClose={onClose}
				/>
			) : sent ? (
				<>
					<Notice tone="good" title={t("invite.sent")} alert />
					<Actions>
						<Button variant="primary" onPress={onClose}>
							{t("common:action.close")}
						</Button>
					</Actions>
				</>
			) : (
				<Form action={action} onSubmit={() => void action.run(send)}>
					<TextField
						label={t("name")}
						dir="auto"
						value={name}
						onChange={setName}
						error={action.wrong["/name"]}
						isRequired
					/>
					<TextField
						label={t("common:field.email")}
						type="email"
						dir="ltr"
						value={email}
						onChange={setEmail}
						error={action.wrong["/email"]}
						isRequired
					/>
					<BodyFields roles={roles} value={body} onChange={setBody} wrong={action.wrong} />
					<NativeSelect
						label={t("invite.language")}
						options={LOCALES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
						value={language}
						onChange={(id) => setLanguage(LOCALES.find((one) => one === id) ?? "ar")}
					/>
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{t("invite.send")}
					</SubmitOrCancel>
				</Form>
			)}
		</Dialog>
	);
}
