import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
	dissolveAssociation,
	reinstateAssociation,
	returnAssociation,
	submitAssociation,
	suspendAssociation,
	verifyAssociation,
} from "@/api/gen/sdk.gen.ts";
import type { Association } from "@/api/gen/types.gen.ts";
import { isTaken } from "@/api/problem.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Plus, Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./associations.module.css";
import { REMARKABLE } from "./field-labels.ts";
import { associationKey } from "./queries.ts";
import { useFieldLabel } from "./use-field-label.ts";

const WITH_REASON = {
	suspend_association: suspendAssociation,
	reinstate_association: reinstateAssociation,
	dissolve_association: dissolveAssociation,
} as const;

const STEPS = [
	"submit_association",
	"verify_association",
	"return_association",
	"suspend_association",
	"reinstate_association",
	"dissolve_association",
] as const;
export type ReviewStep = (typeof STEPS)[number];
export const isStep = (name: string): name is ReviewStep => STEPS.some((step) => step === name);

const WITHOUT_REASON: readonly string[] = ["submit_association", "verify_association"];

interface Props {
	file: Association;
	step: ReviewStep;
	onDone: () => Promise<void>;
	onClose: () => void;
}

interface RemarkTyped {
	pointer: string;
	text: string;
}

function RemarksEditor(props: {
	remarks: readonly RemarkTyped[];
	onChange: (remarks: RemarkTyped[]) => void;
	wrong: Readonly<Record<string, string>>;
}) {
	const { t } = useTranslation(["associations", "common"]);
	const labelOf = useFieldLabel();
	const { remarks, onChange, wrong } = props;
	const set = (index: number, patch: Partial<RemarkTyped>) =>
		onChange(remarks.map((one, i) => (i === index ? { ...one, ...patch } : one)));
	return (
		<fieldset className={css.remarksEditor}>
			<legend>{t("remarks.title")}</legend>
			{remarks.map((remark, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a remark has no other name while it is typed
				<div key={index} className={css.remarkRow}>
					<NativeSelect
						label={t("difference.field")}
						options={REMARKABLE.map((id) => ({ id, label: labelOf(id) }))}
						value={remark.pointer}
						onChange={(pointer) => set(index, { pointer: pointer ?? "" })}
						error={wrong[`/remarks/${index}/pointer`]}
					/>
					<TextField
						label={t("remarks.text")}
						dir="auto"
						value={remark.text}
						onChange={(text) => set(index, { text })}
						error={wrong[`/remarks/${index}/text`]}
						isRequired
					/>
					<Button
						small
						variant="quiet"
						aria-label={t("remarks.removeOf", { label: labelOf(remark.pointer) })}
						onPress={() => onChange(remarks.filter((_, i) => i !== index))}
					>
						<Trash size={16} />
					</Button>
				</div>
			))}
			<div>
				<Button
					small
					onPress={() => onChange([...remarks, { pointer: REMARKABLE[0] ?? "/name/ar", text: "" }])}
				>
					<Plus size={16} />
					{t("remarks.add")}
				</Button>
			</div>
		</fieldset>
	);
}

/** One step of the state machine, confirmed with what it asks for. */
export function StepDialog({ file, step, onDone, onClose }: Props) {
	const { t } = useTranslation(["associations", "common"]);
	const [reason, setReason] = useState("");
	const [remarks, setRemarks] = useState<RemarkTyped[]>([]);
	const action = useAction();
	const queryClient = useQueryClient();
	const path = { id: file.id };
	const take = async () => {
		try {
			await send();
		} catch (failure) {
			// Somebody else was first: what stands behind the dialog is not so any more.
			if (isTaken(failure)) {
				await queryClient.invalidateQueries({ queryKey: associationKey(file.id) });
			}
			throw failure;
		}
		await onDone();
	};
	const send = async () => {
		if (step === "submit_association") {
			await submitAssociation({ path, throwOnError: true });
		} else if (step === "verify_association") {
			await verifyAssociation({ path, throwOnError: true });
		} else if (step === "return_association") {
			const said = remarks.filter((remark) => remark.text.trim());
			await returnAssociation({ path, body: { reason, remarks: said }, throwOnError: true });
		} else {
			await WITH_REASON[step]({ path, body: { reason }, throwOnError: true });
		}
	};
	const grave = step === "suspend_association" || step === "dissolve_association";
	return (
		<Dialog
			title={t(`stepName.${step}`)}
			isOpen
			onClose={onClose}
			wide={step === "return_association"}
			role={grave ? "alertdialog" : "dialog"}
		>
			<Form action={action} onSubmit={() => void action.run(take)}>
				<p>{t(`stepLead.${step}`)}</p>
				{!WITHOUT_REASON.includes(step) && (
					<TextField
						label={t("desk.reason")}
						hint={t("stepReasonHint")}
						dir="auto"
						multiline
						value={reason}
						onChange={setReason}
						error={action.wrong["/reason"]}
						isRequired
					/>
				)}
				{step === "return_association" && (
					<RemarksEditor remarks={remarks} onChange={setRemarks} wrong={action.wrong} />
				)}
				<SubmitOrCancel
					isPending={action.busy}
					onCancel={onClose}
					variant={grave ? "danger" : "primary"}
				>
					{t(`stepName.${step}`)}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
