import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { invite } from "@/api/gen/sdk.gen.ts";
import { useUser } from "@/auth/session.ts";
import type { Locale } from "@/i18n/locale.ts";
import { Actions, SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { inWords } from "@/ui/in-words.ts";
import { LanguageSelect } from "@/ui/language-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ShownOnce } from "@/ui/shown-once.tsx";
import { useAction } from "@/ui/use-action.ts";
import { BodyFields, bodyFor, invitedBy, useRoleWord } from "./body-fields.tsx";
import { NameAndEmail } from "./name-and-email.tsx";

/** Sends a link that opens an account; when no mail server is there, shows the link once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation(["administration", "common"]);
	const queryClient = useQueryClient();
	const acting = useUser()?.acting;
	const roles = invitedBy(acting);
	const action = useAction();
	const wordOf = useRoleWord();
	const [body, setBody] = useState(() => bodyFor(acting, roles[0] ?? "association"));
	const [called, setCalled] = useState({ name: "", email: "" });
	const [language, setLanguage] = useState<Locale>("ar");
	const [sent, setSent] = useState<{ link: string | null }>();
	const send = async () => {
		const { data } = await invite({
			body: { ...body, name: called.name.trim(), email: called.email.trim(), language },
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
					<NameAndEmail value={called} onChange={setCalled} wrong={action.wrong} emailRequired />
					<BodyFields roles={roles} value={body} onChange={setBody} wrong={action.wrong} />
					<LanguageSelect label={t("invite.language")} value={language} onChange={setLanguage} />
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{t("invite.send")}
					</SubmitOrCancel>
				</Form>
			)}
		</Dialog>
	);
}
