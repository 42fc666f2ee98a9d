import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { ProjectCashFlows } from "@/api/gen/types.gen.ts";
import { getCashFlows, putCashFlows } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import type { Locale } from "@/i18n/locale.ts";
import { moneyFault } from "@/i18n/money.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Minus, Plus } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { firstLanguage, NamesLanguage, refusedLanguage } from "../names-language.tsx";
import { projectKey } from "../queries.ts";
import { Conflict } from "./conflict.tsx";
import css from "./criteria.module.css";
import {
	blankRow,
	fromFlows,
	MOST_PERIODS,
	periodsOf,
	RATES,
	type TypedFlows,
	toFlows,
	unread,
} from "./flows.ts";
import { FlowsTable } from "./flows-table.tsx";

const POINTER = { rate: "/rate", finance: "/finance_rate", reinvest: "/reinvest_rate" } as const;

/** Where what is typed and not saved is kept. */
export const flowsKey = (id: string) => `cash-flows-${id}`;

/** What a project costs and brings by period; saved whole, against the version it was read in. */
export function FlowsCard({ read, editable }: { read: ProjectCashFlows; editable: boolean }) {
	const { t } = useTranslation("workshop");
	const { locale } = useFormat();
	const id = read.project_id;
	const queryClient = useQueryClient();
	const action = useAction();
	const { value, restored, set, reset } = useKept<TypedFlows>(flowsKey(id), () =>
		fromFlows(read.cash_flows),
	);
	const [checked, setChecked] = useState(false);
	const [language, setLanguage] = useState<Locale>(() =>
		firstLanguage(locale, read.cash_flows?.components?.map(({ label }) => label) ?? []),
	);
	const faults = unread(value);
	const overtaken = isStale(action.error);
	const shown = editable ? value : fromFlows(read.cash_flows);
	const periods = periodsOf(shown.rows);

	const put = async (from: ProjectCashFlows) => {
		const { data } = await putCashFlows({
			path: { id },
			// Flows by date are another card's.
			body: { ...toFlows(value), dated_flows: from.cash_flows?.dated_flows ?? [] },
			headers: ifMatch(from.version),
			throwOnError: true,
		}).catch((failure: unknown) => {
			setLanguage(refusedLanguage(failure) ?? language);
			throw failure;
		});
		reset(fromFlows(data.cash_flows));
		setChecked(false);
		await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		say(t("criteria.saved"));
	};
	const latest = async () => (await getCashFlows({ path: { id }, throwOnError: true })).data;
	const save = () => {
		setChecked(true);
		if (faults.size === 0) void action.run(() => put(read));
	};
	const takeTheirs = () =>
		action.run(async () => {
			reset(fromFlows((await latest()).cash_flows));
			await queryClient.invalidateQueries({ queryKey: projectKey(id) });
		});
	const grow = (by: 1 | -1) =>
		set({
			...value,
			rows: value.rows.map((row) => ({
				...row,
				amounts: Array.from({ length: periods + by }, (_, one) => row.amounts[one] ?? ""),
			})),
		});
	const wrong = (row: number, cell: number | "label") => {
		const place = `/components/${row}`;
		if (cell === "label")
			return action.wrong[`${place}/label/${language}`] ?? action.wrong[`${place}/label`];
		const fault = checked && moneyFault(value.rows[row]?.amounts[cell] ?? "", true);
		if (fault) return t(`cost.${fault}`);
		return action.wrong[`${place}/flows/${cell}/amount`] ?? action.wrong[`${place}/flows/${cell}`];
	};
	/** The reasons, each once: in the cells they are only told to those who ask. */
	const why = [
		...new Set(
			value.rows.flatMap((row) => row.amounts.flatMap((one) => moneyFault(one, true) ?? [])),
		),
	];
	const rateError = (rate: (typeof RATES)[number]) =>
		checked && faults.has(rate) ? t("criteria.unreadRate") : action.wrong[POINTER[rate]];
	if (!editable) {
		return (
			<Card title={t("criteria.flows")}>
				<FlowsTable rows={shown.rows} onChange={undefined} language="ar" wrong={() => undefined} />
			</Card>
		);
	}
	return (
		<Card
			title={t("criteria.flows")}
			actions={<NamesLanguage value={language} onChange={setLanguage} />}
		>
			<Form action={{ ...action, failed: action.failed && !overtaken }} onSubmit={save}>
				<p className="quiet">{t("criteria.help")}</p>
				{restored && <Notice tone="info" title={t("editor.restored")} />}
				{checked && faults.size > 0 && (
					<Notice tone="bad" title={t("criteria.unread", { count: faults.size })} alert>
						{why.map((one) => (
							<p key={one}>{t(`cost.${one}`)}</p>
						))}
					</Notice>
				)}
				<FlowsTable
					rows={value.rows}
					onChange={(rows) => set({ ...value, rows })}
					language={language}
					wrong={wrong}
				/>
				<Row>
					<Button
						small
						onPress={() =>
							set({
								...value,
								rows: [...value.rows, blankRow(`new-${value.rows.length}-${Date.now()}`, periods)],
							})
						}
					>
						<Plus size={16} />
						{t("criteria.addPart")}
					</Button>
					<Button small isDisabled={periods >= MOST_PERIODS} onPress={() => grow(1)}>
						<Plus size={16} />
						{t("criteria.addPeriod")}
					</Button>
					<Button small isDisabled={periods <= 1} onPress={() => grow(-1)}>
						<Minus size={16} />
						{t("criteria.removePeriod")}
					</Button>
				</Row>
				<div className={css.rates}>
					{RATES.map((rate) => (
						<TextField
							key={rate}
							label={t(`criteria.${rate}`)}
							hint={t(`criteria.${rate}Hint`)}
							dir="ltr"
							inputMode="decimal"
							value={value[rate]}
							onChange={(typed) => set({ ...value, [rate]: typed })}
							error={rateError(rate)}
							isRequired={rate === "rate"}
						/>
					))}
				</div>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("criteria.save")}
					</Button>
					<Button
						isDisabled={action.busy}
						onPress={() => {
							action.clear();
							setChecked(false);
							reset(fromFlows(read.cash_flows));
						}}
					>
						{t("editor.discard")}
					</Button>
				</Actions>
			</Form>
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
