import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { DatedCashFlow, ProjectCashFlows } from "@/api/gen/types.gen.ts";
import { getCashFlows, getProjectCriteria, putCashFlows } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import { typedMoney } from "@/i18n/money.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { Failed } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { blankDated, type Dated, readDated } from "../dated.ts";
import { DatedAmounts } from "../dated-amounts.tsx";
import { projectKey } from "../queries.ts";
import { readNumber, useMoney } from "../use-money.ts";
import { Conflict } from "./conflict.tsx";
import css from "./criteria.module.css";
import { DateFigures } from "./figures.tsx";

/** Flows by date as they stand in the fields; the rate where no flows by period say it. */
interface Typed {
	rate: string;
	flows: readonly Dated[];
}

const typedOf = ({ cash_flows }: ProjectCashFlows): Typed => {
	const kept = cash_flows?.dated_flows ?? [];
	return {
		rate: String(Math.round((cash_flows?.rate ?? 0.08) * 1e6) / 1e4),
		flows: kept.length
			? kept.map((one, index) => ({
					key: `kept-${index}`,
					date: one.date,
					amount: typedMoney(one.amount),
				}))
			: [blankDated("first"), blankDated("second")],
	};
};

/** What follows from the flows by date that are kept. */
function Figures({ id }: { id: string }) {
	const read = useQuery({
		queryKey: [...projectKey(id), "criteria", "by-date"],
		queryFn: async ({ signal }) =>
			(await getProjectCriteria({ path: { id }, signal, throwOnError: true })).data,
	});
	if (read.isError) return <Failed error={read.error} onRetry={() => void read.refetch()} />;
	const figures = read.data?.criteria?.by_date;
	return <div role="status">{figures && <DateFigures figures={figures} />}</div>;
}

/** Flows that fall on days rather than in even periods; saved whole, against the version they were read in. */
export function DatedCard({ read, editable }: { read: ProjectCashFlows; editable: boolean }) {
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const { money } = useMoney();
	const id = read.project_id;
	const queryClient = useQueryClient();
	const action = useAction();
	const [checked, setChecked] = useState(false);
	const { value, restored, set, reset } = useKept<Typed>(`dated-flows-${id}`, () => typedOf(read));
	const kept = read.cash_flows?.dated_flows ?? [];
	const byPeriod = (read.cash_flows?.components ?? []).length > 0;
	const percent = readNumber(value.rate);
	const overtaken = isStale(action.error);

	const put = async (from: ProjectCashFlows) => {
		// A day that was named keeps its words.
		const words = new Map(kept.map((one, index) => [`kept-${index}`, one.label]));
		const dated_flows = value.flows.flatMap((one): DatedCashFlow[] => {
			const said = readDated(one);
			return said
				? [
						{
							date: said.date,
							amount: { amount: said.amount, currency: "DZD" },
							label: words.get(one.key) ?? null,
						},
					]
				: [];
		});
		const rate = byPeriod ? (from.cash_flows?.rate ?? 0) : (percent ?? 0) / 100;
		const { data } = await putCashFlows({
			path: { id },
			body: { components: [], ...from.cash_flows, rate, dated_flows },
			headers: ifMatch(from.version),
			throwOnError: true,
		});
		reset(typedOf(data));
		setChecked(false);
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		say(t("criteria.saved"));
	};
	const latest = async () => (await getCashFlows({ path: { id }, throwOnError: true })).data;
	const save = () => {
		setChecked(true);
		const unread = value.flows.some((one) => !readDated(one)) || (!byPeriod && percent === null);
		if (!unread) void action.run(() => put(read));
	};
	const takeTheirs = () =>
		action.run(async () => {
			reset(typedOf(await latest()));
			await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		});
	if (!editable)
		return (
			<Card title={t("criteria.dated")}>
				<Facts
					items={kept.map((one) => ({ label: date(one.date), value: money(one.amount.amount) }))}
				/>
				<Figures id={id} />
			</Card>
		);
	return (
		<Card title={t("criteria.dated")}>
			<Form action={{ ...action, failed: action.failed && !overtaken }} onSubmit={save}>
				<p className="quiet">{t("criteria.datedLead")}</p>
				{restored && <Notice tone="info" title={t("editor.restored")} />}
				<DatedAmounts
					kind="flow"
					list={value.flows}
					onChange={(flows) => set({ ...value, flows })}
					checked={checked}
					said={(index, field) =>
						action.wrong[`/dated_flows/${index}/${field}`] ??
						action.wrong[`/dated_flows/${index}/${field}/amount`]
					}
				/>
				{!byPeriod && (
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
				)}
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("criteria.saveDated")}
					</Button>
					<Button onPress={() => set({ ...value, flows: [...value.flows, blankDated()] })}>
						<Plus size={16} />
						{t("dated.flow.add")}
					</Button>
				</Actions>
			</Form>
			{kept.length > 0 && <Figures id={id} />}
			{overtaken && (
				<Conflict
					busy={action.busy}
					onKeepMine={() => void action.run(async () => put(await latest()))}
					onTakeTheirs={() => void takeTheirs()}
					onClose={action.clear}
				/>
			)}
		</Card>
	);
}
