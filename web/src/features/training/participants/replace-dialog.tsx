import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "@/api/gen/types.gen.ts";
import { replaceParticipant } from "@/api/gen/workshop-sdk.gen.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "../form/use-faults.ts";
import { nobody, type PersonFault, personFaults, toParticipant } from "./person.ts";
import { PersonFields } from "./person-fields.tsx";

/** Somebody else of the same association comes instead. */
export function ReplaceDialog({ row, onClose }: { row: Enrolment; onClose: () => void }) {
	const { t } = useTranslation(["training", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [typed, setTyped] = useState(nobody);
	const [reason, setReason] = useState("");
	const { form, said, check } = useFaults<PersonFault>(action, (fault) => t(`fault.${fault}`));
	const submit = () => {
		const participant = toParticipant(typed);
		const found = personFaults(typed);
		if (!reason.trim()) found["/reason"] = "required";
		if (!check(found) || !participant) return;
		void action.run(async () => {
			await replaceParticipant({
				path: { id: row.id },
				body: { participant, reason: reason.trim() },
				throwOnError: true,
			});
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			say(t("replace.done", { name: participant.name, before: row.participant.name }));
			onClose();
		});
	};
	return (
		<Dialog title={t("replace.title")} isOpen onClose={onClose} wide>
			<form
				ref={form}
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					submit();
				}}
			>
				<Stack>
					{action.failed && <ProblemPanel error={action.error} />}
					<p>{t("replace.lead", { name: row.participant.name })}</p>
					<PersonFields typed={typed} onChange={setTyped} said={said} />
					<TextField
						label={t("reason")}
						dir="auto"
						multiline
						value={reason}
						onChange={setReason}
						error={said["/reason"]}
						isRequired
					/>
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{t("replace.title")}
					</SubmitOrCancel>
				</Stack>
			</form>
		</Dialog>
	);
}
