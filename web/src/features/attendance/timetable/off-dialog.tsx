import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourseSession } from "@/api/gen/types.gen.ts";
import { cancelCohortSession } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useSessionWords } from "../use-session-words.ts";

/** A session is called off, with the reason that participants read. */
export function OffDialog({ session, onClose }: { session: CourseSession; onClose: () => void }) {
	const { t } = useTranslation(["attendance", "common"]);
	const { line } = useSessionWords();
	const queryClient = useQueryClient();
	const action = useAction();
	const [reason, setReason] = useState("");
	const submit = () =>
		void action.run(async () => {
			const body = { reason: reason.trim() };
			await cancelCohortSession({ path: { id: session.id }, body, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["attendance"] });
			say(t("off.done"));
			onClose();
		});
	return (
		<Dialog title={t("off.title")} isOpen onClose={onClose} role="alertdialog">
			<Form action={action} onSubmit={submit}>
				<p>
					<b>{line(session)}</b>
				</p>
				<p>{t("off.lead")}</p>
				<TextField
					label={t("off.reason")}
					hint={t("off.reasonHint")}
					dir="auto"
					multiline
					value={reason}
					onChange={setReason}
					error={action.wrong["/reason"]}
					isRequired
				/>
				<Actions>
					<Button type="submit" variant="danger" isPending={action.busy}>
						{t("off.title")}
					</Button>
					{/* Two buttons that both say "cancel" would be one too many. */}
					<Button onPress={onClose}>{t("common:action.back")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}
