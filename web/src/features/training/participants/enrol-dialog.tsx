import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort, Enrolment } from "@/api/gen/types.gen.ts";
import { enrolParticipant } from "@/api/gen/workshop-sdk.gen.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import type { Found } from "@/ui/finder.tsx";
import { Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { AssociationField } from "./association-field.tsx";
import { nobody, type PersonFault, personFaults, toParticipant } from "./person.ts";
import { PersonFields } from "./person-fields.tsx";

interface Props {
	cohort: Cohort;
	/** A chamber nominates for an association it chooses, of these wilayas; an association enrols its own people. */
	nominates: readonly string[] | undefined;
	onClose: () => void;
}

/** Somebody new in a cohort; where they stand is told at once. */
export function EnrolDialog({ cohort, nominates, onClose }: Props) {
	const { t } = useTranslation(["training", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [typed, setTyped] = useState(nobody);
	const [association, setAssociation] = useState<Found | null>(null);
	const faults: Record<string, PersonFault> = personFaults(typed);
	if (nominates && !association) faults["/association_id"] = "required";
	const { form, said, check } = useFaults(action, (fault) => t(`fault.${fault}`), faults);
	const tell = ({ status, place, participant: { name } }: Enrolment) =>
		say(
			status === "waiting" && place
				? t("enrolled.waiting", { name, place })
				: t(`enrolled.${status === "enrolled" ? "seated" : "requested"}`, { name }),
		);
	const submit = () => {
		const participant = toParticipant(typed);
		if (!check(faults) || !participant) return;
		void action.run(async () => {
			const { data } = await enrolParticipant({
				path: { id: cohort.id },
				body: { participant, ...(association ? { association_id: association.id } : {}) },
				throwOnError: true,
			});
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			tell(data);
			onClose();
		});
	};
	const name = t(nominates ? "nominate.title" : "enrol.title");
	return (
		<Dialog title={name} isOpen onClose={onClose} wide>
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
					{nominates && (
						<AssociationField
							chosen={association}
							onChange={setAssociation}
							wilayas={nominates}
							error={said["/association_id"]}
						/>
					)}
					<PersonFields typed={typed} onChange={setTyped} said={said} />
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{name}
					</SubmitOrCancel>
				</Stack>
			</form>
		</Dialog>
	);
}
