import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Decline } from "@/api/gen/types.gen.ts";
import { declineReview } from "@/api/gen/workshop-sdk.gen.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

const KINDS = ["conflict", "abstention"] as const satisfies readonly Decline[];

/** Leaves a review to others: because of an interest in it, or for another reason. */
export function DeclineDialog(props: { id: string; onDone: () => void; onClose: () => void }) {
	const { id, onDone, onClose } = props;
	const { t } = useTranslation(["applications", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [because, setBecause] = useState<Decline>("conflict");
	const [reason, setReason] = useState("");
	const decline = () =>
		void action.run(async () => {
			await declineReview({
				path: { id },
				body: { because, reason: reason.trim() },
				throwOnError: true,
			});
			onDone();
			await queryClient.invalidateQueries({ queryKey: ["reviews"] });
			say(t("review.declined"));
			onClose();
		});
	return (
		<Dialog title={t("review.decline")} isOpen onClose={onClose} role="alertdialog">
			<Form action={action} onSubmit={decline}>
				<p>{t("review.declineLead")}</p>
				<NativeSelect
					label={t("review.because")}
					options={KINDS.map((kind) => ({ id: kind, label: t(`review.kind.${kind}`) }))}
					value={because}
					onChange={(chosen) => setBecause(KINDS.find((kind) => kind === chosen) ?? "conflict")}
					error={action.wrong["/because"]}
					isRequired
				/>
				<TextField
					label={t("review.reason")}
					hint={t("review.reasonHint")}
					dir="auto"
					multiline
					value={reason}
					onChange={setReason}
					error={action.wrong["/reason"]}
					isRequired
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose} variant="danger">
					{t("review.decline")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
