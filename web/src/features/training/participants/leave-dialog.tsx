import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "@/api/gen/types.gen.ts";
import { refuseEnrolment, withdrawEnrolment } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

/** Who wants it: the association gives up, or those in charge do not agree. */
const WHOSE = ["theirs", "ours"] as const;

interface Props {
	row: Enrolment;
	/** What is asked for is not agreed to; somebody is taken out; an association takes its own participant back. */
	way: "refuse" | "out" | "back";
	onClose: () => void;
}

/** The end of an enrolment, with the reason that is read by those it concerns. */
export function LeaveDialog({ row, way, onClose }: Props) {
	const { t } = useTranslation(["training", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [reason, setReason] = useState("");
	const [whose, setWhose] = useState<(typeof WHOSE)[number]>("theirs");
	const refuses = way === "refuse" || (way === "out" && whose === "ours");
	const submit = () =>
		void action.run(async () => {
			const what = {
				path: { id: row.id },
				body: { reason: reason.trim() },
				throwOnError: true as const,
			};
			await (refuses ? refuseEnrolment(what) : withdrawEnrolment(what));
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			say(t(`leave.done.${way}`, { name: row.participant.name }));
			onClose();
		});
	return (
		<Dialog title={t(`leave.${way}`)} isOpen onClose={onClose} role="alertdialog">
			<Form action={action} onSubmit={submit}>
				<p>{t(`leave.lead.${way}`, { name: row.participant.name })}</p>
				{way === "out" && (
					<NativeSelect
						label={t("leave.whose")}
						options={WHOSE.map((id) => ({ id, label: t(`leave.whoseIs.${id}`) }))}
						value={whose}
						onChange={(id) => setWhose(id === "ours" ? id : "theirs")}
						isRequired
					/>
				)}
				<TextField
					label={t("reason")}
					hint={t("leave.reasonHint")}
					dir="auto"
					multiline
					value={reason}
					onChange={setReason}
					error={action.wrong["/reason"]}
					isRequired
				/>
				<Actions>
					<Button type="submit" variant="danger" isPending={action.busy}>
						{t(`leave.${way}`)}
					</Button>
					<Button onPress={onClose}>{t("common:action.back")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}
