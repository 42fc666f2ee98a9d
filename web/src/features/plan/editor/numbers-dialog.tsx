import { useState } from "react";
import { useTranslation } from "react-i18next";
import { calculatePlanNumbers } from "@/api/gen/workshop-sdk.gen.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Fields } from "@/ui/page.tsx";
import { useAction } from "@/ui/use-action.ts";
import { type Plan, planOf, sentOf } from "../shape/plan.ts";

const DIRECTIONS = ["right_to_left", "left_to_right"] as const;
const ROWS = ["along_aisles", "across", "down"] as const;

interface Props {
	plan: Plan;
	onNumbered: (plan: Plan) => void;
	onClose: () => void;
}

/** Numbers for all stands, row by row. */
export function NumbersDialog({ plan, onNumbered, onClose }: Props) {
	const { t } = useTranslation("plan");
	const action = useAction();
	const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>("right_to_left");
	const [rows, setRows] = useState<(typeof ROWS)[number]>("along_aisles");
	const [first, setFirst] = useState<number | null>(1);
	const [digits, setDigits] = useState<number | null>(2);
	const [keep, setKeep] = useState(false);
	const submit = () =>
		void action.run(async () => {
			const { data } = await calculatePlanNumbers({
				body: {
					plan: sentOf(plan),
					options: { direction, rows, first: first ?? 1, digits: digits ?? 1, keep },
				},
				throwOnError: true,
			});
			onNumbered(planOf(data.plan));
			onClose();
		});
	return (
		<Dialog title={t("numbers.title")} isOpen onClose={onClose}>
			<Form action={action} onSubmit={submit}>
				<p className="quiet">{t("numbers.lead")}</p>
				<Fields>
					<NativeSelect
						label={t("numbers.direction")}
						options={DIRECTIONS.map((id) => ({ id, label: t(`numbers.${id}`) }))}
						value={direction}
						onChange={(id) => setDirection(DIRECTIONS.find((one) => one === id) ?? direction)}
					/>
					<NativeSelect
						label={t("numbers.rows")}
						options={ROWS.map((id) => ({ id, label: t(`numbers.${id}`) }))}
						value={rows}
						onChange={(id) => setRows(ROWS.find((one) => one === id) ?? rows)}
					/>
					<NumberField
						label={t("numbers.first")}
						value={first}
						onChange={setFirst}
						error={action.wrong["/options/first"] ?? action.wrong["/first"]}
					/>
					<NumberField
						label={t("numbers.digits")}
						value={digits}
						onChange={setDigits}
						error={action.wrong["/options/digits"] ?? action.wrong["/digits"]}
					/>
				</Fields>
				<Checkbox isSelected={keep} onChange={setKeep}>
					{t("numbers.keep")}
				</Checkbox>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("numbers.number")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
