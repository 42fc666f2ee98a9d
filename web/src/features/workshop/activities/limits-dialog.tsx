import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { fromLimits, hasDay, KINDS, type Limits, toLimits, unreadLimits } from "./limits.ts";

interface Props {
	limits: Limits;
	title: string;
	/** Whether the project has a day to count dates from. */
	dated: boolean;
	said: (part: "constraint" | "deadline" | "note") => string | undefined;
	onChange: (limits: Limits) => void;
	onClose: () => void;
}

/** What limits the dates of one activity; it goes into the table, which is saved whole. */
export function LimitsDialog({ limits, title, dated, said, onChange, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const [typed, setTyped] = useState(() => fromLimits(limits));
	const [checked, setChecked] = useState(false);
	const set = (patch: Partial<typeof typed>) => setTyped({ ...typed, ...patch });
	const wrong = unreadLimits(typed, limits);
	const submit = () => {
		setChecked(true);
		if (wrong.size > 0) return;
		onChange(toLimits(typed, limits));
		onClose();
	};
	const wordOn = (part: "at" | "deadline", word: string | undefined) =>
		checked && wrong.has(part) ? t("common:field.date") : word;
	return (
		<Dialog title={title} isOpen onClose={onClose}>
			<Form action={{ failed: false, error: undefined }} onSubmit={submit}>
				{!dated && <Notice tone="info" title={t("limits.undated")} />}
				<NativeSelect
					label={t("limits.which")}
					hint={typed.kind ? t(`limits.hint.${typed.kind}`) : t("limits.lead")}
					empty={t("limits.asSoon")}
					options={KINDS.map((id) => ({ id, label: t(`limits.kind.${id}`) }))}
					value={typed.kind}
					onChange={(id) => set({ kind: KINDS.find((one) => one === id) ?? null })}
				/>
				{hasDay(typed.kind) && (
					<DateField
						label={t("limits.at")}
						value={typed.at}
						onChange={(at) => set({ at })}
						error={wordOn("at", said("constraint"))}
						isRequired
					/>
				)}
				<DateField
					label={t("limits.deadline")}
					note={t("common:state.optional")}
					hint={t("limits.deadlineHint")}
					value={typed.deadline}
					onChange={(deadline) => set({ deadline })}
					error={wordOn("deadline", said("deadline"))}
				/>
				<TextField
					label={t("limits.note")}
					note={t("common:state.optional")}
					dir="auto"
					multiline
					value={typed.note}
					onChange={(note) => set({ note })}
					error={said("note")}
				/>
				<p className="quiet">{t("limits.saved")}</p>
				<SubmitOrCancel isPending={false} onCancel={onClose}>
					{t("limits.take")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
