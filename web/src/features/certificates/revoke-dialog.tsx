import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrainingCertificate } from "@/api/gen/types.gen.ts";
import { revokeCertificate } from "@/api/gen/workshop-sdk.gen.ts";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

interface Props {
	row: TrainingCertificate;
	onClose: () => void;
}

/** The end of a certificate, with the reason its association reads. */
export function RevokeDialog({ row, onClose }: Props) {
	const { t } = useTranslation("certificates");
	const queryClient = useQueryClient();
	const action = useAction();
	const [reason, setReason] = useState("");
	const name = row.says.participant;
	const revoke = () =>
		void action.run(async () => {
			await revokeCertificate({
				path: { id: row.id },
				body: { reason: reason.trim() },
				throwOnError: true,
			});
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			say(t("desk.revokedDone", { name }));
			onClose();
		});
	return (
		<ConfirmDialog
			title={t("desk.revokeTitle")}
			action={action}
			confirm={t("desk.revokeTitle")}
			onConfirm={revoke}
			onClose={onClose}
		>
			<p>{t("desk.revokeLead", { name })}</p>
			<TextField
				label={t("desk.reason")}
				hint={t("desk.reasonHint")}
				dir="auto"
				multiline
				value={reason}
				onChange={setReason}
				error={action.wrong["/reason"]}
				isRequired
			/>
		</ConfirmDialog>
	);
}
