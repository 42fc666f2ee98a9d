import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withdrawApplication } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

interface Props {
	id: string;
	/** What is lost with it: the seat, the chance to hand it in again, or nothing while the call is open. */
	meaning: "seat" | "open" | "late";
	onClose: () => void;
}

/** Takes an application back, with the reason the organisers read. */
export function WithdrawDialog({ id, meaning, onClose }: Props) {
	const { t } = useTranslation(["applications", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [reason, setReason] = useState("");
	const withdraw = () =>
		void action.run(async () => {
			await withdrawApplication({
				path: { id },
				body: { reason: reason.trim() },
				throwOnError: true,
			});
			await queryClient.invalidateQueries({ queryKey: ["applications"] });
			say(t("withdraw.done"));
			onClose();
		});
	return (
		<Dialog title={t("withdraw.title")} isOpen onClose={onClose} role="alertdialog">
			<Form action={action} onSubmit={withdraw}>
				<p>{t(`withdraw.means.${meaning}`)}</p>
				<TextField
					label={t("withdraw.reason")}
					hint={t("withdraw.reasonHint")}
					dir="auto"
					multiline
					value={reason}
					onChange={setReason}
					error={action.wrong["/reason"]}
					isRequired
				/>
				<Actions>
					<Button type="submit" variant="danger" isPending={action.busy}>
						{t("withdraw.title")}
					</Button>
					<Button onPress={onClose}>{t("common:action.back")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}
