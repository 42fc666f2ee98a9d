import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { cancelCohort, closeCohort, publishCohort } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

export type Step = "publish" | "close" | "cancel";

interface Props {
	cohort: Cohort;
	step: Step;
	onClose: () => void;
}

/** One step of a cohort, confirmed with what it asks for. */
export function StepDialog({ cohort, step, onClose }: Props) {
	const { t } = useTranslation(["training", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [reason, setReason] = useState("");
	const path = { id: cohort.id };
	const take = () => {
		if (step === "publish") return publishCohort({ path, throwOnError: true });
		if (step === "close") return closeCohort({ path, throwOnError: true });
		return cancelCohort({ path, body: { reason: reason.trim() }, throwOnError: true });
	};
	const submit = () =>
		void action.run(async () => {
			await take();
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			say(t(`step.done.${step}`));
			onClose();
		});
	const name = t(`step.${step}`);
	return (
		<Dialog
			title={name}
			isOpen
			onClose={onClose}
			role={step === "publish" ? "dialog" : "alertdialog"}
		>
			<Form action={action} onSubmit={submit}>
				<p>{t(`step.lead.${step}`)}</p>
				{step === "cancel" && (
					<TextField
						label={t("reason")}
						hint={t("step.reasonHint")}
						dir="auto"
						multiline
						value={reason}
						onChange={setReason}
						error={action.wrong["/reason"]}
						isRequired
					/>
				)}
				<Actions>
					<Button
						type="submit"
						variant={step === "cancel" ? "danger" : "primary"}
						isPending={action.busy}
					>
						{name}
					</Button>
					{/* Two buttons that both say "cancel" would be one too many. */}
					<Button onPress={onClose}>{t("common:action.back")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}
