import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanningDateFigures } from "@/api/gen/types.gen.ts";
import { calculateCashFlow } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { Form } from "@/ui/form.tsx";
import { Plus, Trash } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "../use-kept.ts";
import { readMoney, readNumber } from "../use-money.ts";
import css from "./criteria.module.css";
import { DateFigures } from "./figures.tsx";

interface Dated {
	key: string;
	date: string | null;
	amount: string;
}
const blank = (key: string): Dated => ({ key, date: null, amount: "" });
const isDate = (date: string | null) => /^\d{4}-\d{2}-\d{2}$/.test(date ?? "");

/** Flows that fall on days rather than in even periods: judged here, kept in this browser alone. */
export function DatedCard({ id, rate }: { id: string; rate: number }) {
	const { t } = useTranslation("workshop");
	const action = useAction();
	const [checked, setChecked] = useState(false);
	const [figures, setFigures] = useState<PlanningDateFigures>();
	const { value, set } = useKept(`dated-flows-${id}`, () => ({
		rate: String(Math.round(rate * 1e6) / 1e4),
		flows: [blank("first"), blank("second")],
	}));
	const percent = readNumber(value.rate);
	const patch = (index: number, change: Partial<Dated>) =>
		set({
			...value,
			flows: value.flows.map((one, i) => (i === index ? { ...one, ...change } : one)),
		});
	const compute = () => {
		setChecked(true);
		const flows = value.flows.flatMap(({ date, amount }) => {
			const money = readMoney(amount);
			return isDate(date) && date && money ? [{ date, amount: money.amount }] : [];
		});
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
				<p className={css.quiet}>{t("criteria.datedLead")}</p>
				<ol className={css.dated}>
					{value.flows.map((one, index) => (
						<li key={one.key}>
							<DateField
								label={t("criteria.dateOf", { row: index + 1 })}
								value={one.date}
								onChange={(date) => patch(index, { date })}
								error={
									checked && !isDate(one.date)
										? t("criteria.unreadDate")
										: action.wrong[`/dated_flows/${index}/date`]
								}
							/>
							<TextField
								label={t("criteria.amountOf", { row: index + 1 })}
								dir="ltr"
								inputMode="decimal"
								value={one.amount}
								onChange={(amount) => patch(index, { amount })}
								error={
									checked && readMoney(one.amount) === null
										? t("cost.unread")
										: action.wrong[`/dated_flows/${index}/amount`]
								}
							/>
							<Button
								small
								variant="quiet"
								aria-label={t("criteria.removeFlow", { row: index + 1 })}
								isDisabled={value.flows.length === 1}
								onPress={() => set({ ...value, flows: value.flows.filter((_, i) => i !== index) })}
							>
								<Trash size={16} />
							</Button>
						</li>
					))}
				</ol>
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
					<Button
						onPress={() => set({ ...value, flows: [...value.flows, blank(`new-${Date.now()}`)] })}
					>
						<Plus size={16} />
						{t("criteria.addFlow")}
					</Button>
				</Actions>
			</Form>
			<div role="status">{figures && <DateFigures figures={figures} />}</div>
		</Card>
	);
}
