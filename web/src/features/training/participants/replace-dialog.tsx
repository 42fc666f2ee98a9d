import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "@/api/gen/types.gen.ts";
import { replaceParticipant } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import type { Found } from "@/ui/finder.tsx";
import { Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { AssociationField } from "./association-field.tsx";
import { nobody, type PersonFault, personFaults, toParticipant } from "./person.ts";
import { PersonFields } from "./person-fields.tsx";

interface Props {
	row: Enrolment;
	/** The association replaces its own people with its own. */
	own: boolean;
	onClose: () => void;
}

/** Somebody else comes instead: of the same association, or of another of its chamber. */
export function ReplaceDialog({ row, own, onClose }: Props) {
	const { t } = useTranslation(["training", "common"]);
	const { text } = useFormat();
	const wilayas = useWilayas();
	const queryClient = useQueryClient();
	const action = useAction();
	const [typed, setTyped] = useState(nobody);
	const [reason, setReason] = useState("");
	const [association, setAssociation] = useState<Found | null>({
		id: row.association_id,
		name: text(row.association_name),
		note: wilayas.name(row.wilaya_code),
	});
	const faults: Record<string, PersonFault> = personFaults(typed);
	if (!association) faults["/association_id"] = "required";
	if (!reason.trim()) faults["/reason"] = "required";
	const { form, said, check } = useFaults(action, (fault) => t(`fault.${fault}`), faults);
	const submit = () => {
		const participant = toParticipant(typed);
		if (!check(faults) || !participant || !association) return;
		void action.run(async () => {
			await replaceParticipant({
				path: { id: row.id },
				body: {
					participant,
					reason: reason.trim(),
					...(association.id === row.association_id ? {} : { association_id: association.id }),
				},
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
					<p>{t(own ? "replace.leadOwn" : "replace.lead", { name: row.participant.name })}</p>
					{!own && (
						<AssociationField
							chosen={association}
							onChange={setAssociation}
							wilayas={[row.wilaya_code]}
							error={(association ? action.wrong : said)["/association_id"]}
						/>
					)}
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
