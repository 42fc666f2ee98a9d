import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkMeasure } from "@/api/gen/types.gen.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Fields } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { fromMeasure, METHODS, toMeasure, unreadMeasure } from "../measure.ts";
import { StepFields } from "./step-fields.tsx";

interface Props {
	measure: WorkMeasure | null;
	title: string;
	/** The server's word on a part of the measure. */
	said: (part: string) => string | undefined;
	onChange: (measure: WorkMeasure | null) => void;
	onClose: () => void;
}

/** How the work of one activity is measured; it goes into the table, which is saved whole. */
export function MeasureDialog({ measure, title, said, onChange, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const [typed, setTyped] = useState(() => fromMeasure(measure));
	const [checked, setChecked] = useState(false);
	const set = (patch: Partial<typeof typed>) => setTyped({ ...typed, ...patch });
	const wrong = unreadMeasure(typed);
	/** Only what is shown as it was sent can still be what the server refused. */
	const wordOn = (part: string, words: string) =>
		checked && wrong.has(part) ? words : typed.method === measure?.method ? said(part) : undefined;
	const submit = () => {
		setChecked(true);
		if (wrong.size > 0) return;
		onChange(toMeasure(typed));
		onClose();
	};
	return (
		<Dialog title={title} isOpen onClose={onClose}>
			<Form action={{ failed: false, error: undefined }} onSubmit={submit}>
				<NativeSelect
					label={t("measure.which")}
					hint={t(`measure.hint.${typed.method}`)}
					options={METHODS.map((id) => ({ id, label: t(`measure.method.${id}`) }))}
					value={typed.method}
					onChange={(id) => set({ method: METHODS.find((one) => one === id) ?? typed.method })}
				/>
				{typed.method === "units" && (
					<Fields>
						<TextField
							label={t("measure.planned")}
							dir="ltr"
							inputMode="decimal"
							value={typed.planned}
							onChange={(planned) => set({ planned })}
							error={wordOn("units_planned", t("measure.unread"))}
							isRequired
						/>
						<TextField
							label={t("measure.unit")}
							note={t("common:state.optional")}
							hint={t("measure.unitHint")}
							dir="auto"
							value={typed.unit}
							onChange={(unit) => set({ unit })}
							error={wordOn("unit", "")}
						/>
					</Fields>
				)}
				{typed.method === "milestones" && (
					<StepFields steps={typed.steps} onChange={(steps) => set({ steps })} wordOn={wordOn} />
				)}
				<p className="quiet">{t("measure.lead")}</p>
				<SubmitOrCancel isPending={false} onCancel={onClose}>
					{t("measure.take")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
