import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanningDateFigures } from "@/api/gen/types.gen.ts";
import { calculateCashFlow } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { blankDated, DatedAmounts, readDated } from "../dated.tsx";
import { useKept } from "../use-kept.ts";
import { readNumber } from "../use-money.ts";
import css from "./criteria.module.css";
import { DateFigures } from "./figures.tsx";

/** Flows that fall on days rather than in even periods: judged here, kept in this browser alone. */
export function DatedCard({ id, rate }: { id: string; rate: number }) {
	const { t } = useTranslation("workshop");
	const action = useAction();
	const [checked, setChecked] = useState(false);
	const [figures, setFigures] = useState<PlanningDateFigures>();
	const { value, set } = useKept(`dated-flows-${id}`, () => ({
		rate: String(Math.round(rate * 1e6) / 1e4),
		flows: [blankDated("first"), blankDated("second")],
	}));
	const percent = readNumber(value.rate);
	const compute = () => {
		setChecked(true);
		const flows = value.flows.flatMap((one) => readDated(one) ?? []);
		if (percent === null || flows.length < value.flows.length) return;
		void action.run(async () => {
			setFigures(undefined);
			const { data } = await calculateCashFlow({
				body: { dated_flows: flows, rate: percent / 100 },
				throwOnError: true,
			});
			setFigures(data.by_date ?? undefined);
		});
	};
	return (
		<Card title={t("criteria.dated")}>
			<Form action={action} onSubmit={compute}>
				<p className="quiet">{t("criteria.datedLead")}</p>
				<DatedAmounts
					kind="flow"
					list={value.flows}
					onChange={(flows) => set({ ...value, flows })}
					checked={checked}
					said={(index, field) => action.wrong[`/dated_flows/${index}/${field}`]}
				/>
				<div className={css.rates}>
					<TextField
						label={t("criteria.yearRate")}
						dir="ltr"
						inputMode="decimal"
						value={value.rate}
						onChange={(typed) => set({ ...value, rate: typed })}
						error={checked && percent === null ? t("criteria.unreadRate") : action.wrong["/rate"]}
						isRequired
					/>
				</div>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("criteria.compute")}
					</Button>
					<Button onPress={() => set({ ...value, flows: [...value.flows, blankDated()] })}>
						<Plus size={16} />
						{t("dated.flow.add")}
					</Button>
				</Actions>
			</Form>
			<div role="status">{figures && <DateFigures figures={figures} />}</div>
		</Card>
	);
}
