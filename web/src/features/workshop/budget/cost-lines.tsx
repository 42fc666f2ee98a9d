import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { CostLineInput, CostLineList, ProjectCostLine, Spread } from "@/api/gen/types.gen.ts";
import { putCostLines } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Form } from "@/ui/form.tsx";
import { Plus, Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "../queries.ts";
import { readMoney, readNumber, typedMoney, useMoney } from "../use-money.ts";
import css from "./budget.module.css";

const SPREADS = ["linear", "front", "back"] as const satisfies readonly Spread[];

interface Line {
	key: string;
	activity: string;
	label: string;
	quantity: string;
	price: string;
	amount: string;
	spread: Spread;
	source: CostLineInput | null;
}

function fromLine({ version: _, total: __, ...source }: ProjectCostLine): Line {
	return {
		key: source.id ?? source.label.ar,
		activity: source.activity_id,
		label: source.label.ar,
		quantity: source.quantity == null ? "" : String(source.quantity),
		price: typedMoney(source.unit_price),
		amount: typedMoney(source.amount),
		spread: source.spread ?? "linear",
		source,
	};
}

const toLine = (line: Line): CostLineInput => ({
	...line.source,
	activity_id: line.activity,
	label: { ...line.source?.label, ar: line.label.trim() },
	quantity: line.amount.trim() ? null : readNumber(line.quantity),
	unit_price: line.amount.trim() ? null : readMoney(line.price),
	amount: readMoney(line.amount),
	spread: line.spread,
});

const FIELDS = ["quantity", "price", "amount"] as const;
const POINTER = { quantity: "quantity", price: "unit_price", amount: "amount" } as const;

/** What each activity is planned to cost, line by line; saved whole, in one write. */
export function CostLines(props: { id: string; list: CostLineList; editable: boolean }) {
	const { t } = useTranslation(["workshop", "common"]);
	const { id, list, editable } = props;
	const { text } = useFormat();
	const { money } = useMoney();
	const queryClient = useQueryClient();
	const action = useAction();
	const [lines, setLines] = useState<Line[]>(() => list.items.map(fromLine));
	const [checked, setChecked] = useState(false);
	const activities = list.by_activity.map((one) => ({
		id: one.activity_id,
		label: t("gantt.plainName", { code: one.code, name: text(one.name) }),
	}));
	const nameOf = (activity: string) =>
		activities.find((one) => one.id === activity)?.label ?? activity;
	const set = (index: number, patch: Partial<Line>) =>
		setLines(lines.map((line, i) => (i === index ? { ...line, ...patch } : line)));
	const unread = (line: Line, field: (typeof FIELDS)[number]) =>
		line[field].trim() !== "" &&
		(field === "quantity" ? readNumber(line[field]) : readMoney(line[field])) === null;
	const save = () => {
		setChecked(true);
		if (lines.some((line) => FIELDS.some((field) => unread(line, field)))) return;
		void action.run(async () => {
			const { data } = await putCostLines({
				path: { id },
				body: { lines: lines.map(toLine) },
				headers: ifMatch(list.version),
				throwOnError: true,
			});
			setLines(data.items.map(fromLine));
			await queryClient.invalidateQueries({ queryKey: projectKey(id) });
			say(t("saved"));
		});
	};
	const add = () =>
		setLines([
			...lines,
			{
				key: `new-${lines.length}-${Date.now()}`,
				activity: lines.at(-1)?.activity ?? activities[0]?.id ?? "",
				label: "",
				quantity: "",
				price: "",
				amount: "",
				spread: "linear",
				source: null,
			},
		]);
	if (!editable) {
		return (
			<Card title={t("cost.title")}>
				<DataTable
					label={t("cost.title")}
					rows={list.items}
					rowKey={(row) => row.id ?? row.label.ar}
					columns={[
						{ id: "label", header: t("cost.label"), cell: (row) => <bdi>{text(row.label)}</bdi> },
						{ id: "activity", header: t("editor.name"), cell: (row) => nameOf(row.activity_id) },
						{
							id: "spread",
							header: t("cost.spread"),
							cell: (row) => t(`spread.${row.spread ?? "linear"}`),
						},
						{
							id: "total",
							header: t("cost.total"),
							numeric: true,
							cell: (row) => money(row.total.amount),
						},
					]}
				/>
				<p className={css.total}>{t("cost.sum", { amount: money(list.total.amount) })}</p>
			</Card>
		);
	}
	return (
		<Card title={t("cost.title")}>
			<Form action={action} onSubmit={save}>
				<p className={css.quiet}>{t("cost.help")}</p>
				<ol className={css.lines}>
					{lines.map((line, index) => {
						const said = (field: string) =>
							action.wrong[`/lines/${index}/${field}`] ??
							action.wrong[`/lines/${index}/${field}/ar`] ??
							action.wrong[`/lines/${index}/${field}/amount`];
						return (
							<li key={line.key}>
								<NativeSelect
									label={t("editor.name")}
									options={activities}
									value={line.activity}
									onChange={(activity) => set(index, { activity: activity ?? "" })}
									error={said("activity_id")}
								/>
								<TextField
									label={t("cost.label")}
									dir="auto"
									value={line.label}
									onChange={(label) => set(index, { label })}
									error={said("label")}
									isRequired
								/>
								{FIELDS.map((field) => (
									<TextField
										key={field}
										label={t(`cost.${field}`)}
										dir="ltr"
										inputMode="decimal"
										value={line[field]}
										isDisabled={field !== "amount" && line.amount.trim() !== ""}
										onChange={(value) => set(index, { [field]: value })}
										error={checked && unread(line, field) ? t("cost.unread") : said(POINTER[field])}
									/>
								))}
								<NativeSelect
									label={t("cost.spread")}
									options={[
										...SPREADS,
										...(line.spread === "calendar" ? (["calendar"] as const) : []),
									].map((one) => ({ id: one, label: t(`spread.${one}`) }))}
									value={line.spread}
									onChange={(spread) =>
										set(index, { spread: SPREADS.find((one) => one === spread) ?? line.spread })
									}
								/>
								<Button
									small
									variant="quiet"
									aria-label={t("cost.removeOf", { label: line.label || String(index + 1) })}
									onPress={() => setLines(lines.filter((_, i) => i !== index))}
								>
									<Trash size={16} />
								</Button>
							</li>
						);
					})}
				</ol>
				<p className={css.total}>{t("cost.sum", { amount: money(list.total.amount) })}</p>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("cost.save")}
					</Button>
					<Button onPress={add} isDisabled={activities.length === 0}>
						<Plus size={16} />
						{t("cost.add")}
					</Button>
				</Actions>
			</Form>
		</Card>
	);
}
