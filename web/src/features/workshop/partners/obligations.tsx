import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ObligationInput, ObligationState } from "@/api/gen/types.gen.ts";
import { settleObligation } from "@/api/gen/workshop-sdk.gen.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { useMoney } from "../use-money.ts";
import { SavingDialog, useSaving } from "../use-saving.tsx";

/** An obligation with the agreement it stands in. */
export type Owed = ObligationInput & { agreement_id: string; overdue: boolean };

const ENDS = ["met", "waived"] as const satisfies readonly ObligationState[];

function SettleDialog({ id, owed, onClose }: { id: string; owed: Owed; onClose: () => void }) {
	const { t } = useTranslation(["workshop", "common"]);
	const [state, setState] = useState<ObligationState>("met");
	const [on, setOn] = useState<string | null>(() => today());
	const [checked, setChecked] = useState(false);
	const saving = useSaving(
		id,
		() =>
			settleObligation({
				path: { id, agreement_id: owed.agreement_id, obligation_id: owed.id ?? "" },
				body: { state, on },
				throwOnError: true,
			}),
		onClose,
	);
	const { action, save } = saving;
	const submit = () => {
		setChecked(true);
		if (isDate(on)) save();
	};
	return (
		<SavingDialog
			saving={saving}
			title={t("obligation.settleOf", { text: owed.text })}
			onSubmit={submit}
		>
			<NativeSelect
				label={t("obligation.state")}
				options={ENDS.map((one) => ({ id: one, label: t(`obligationState.${one}`) }))}
				value={state}
				onChange={(one) => setState(one === "waived" ? "waived" : "met")}
				error={action.wrong["/state"]}
			/>
			<DateField
				label={t("obligation.since")}
				value={on}
				onChange={setOn}
				error={checked && !isDate(on) ? t("common:field.date") : action.wrong["/on"]}
				isRequired
			/>
		</SavingDialog>
	);
}

interface Props<Row extends Owed> {
	id: string;
	label: string;
	rows: readonly Row[];
	editable: boolean;
	/** Whose each is, where the list is of several partners. */
	partnerOf?: (row: Row) => string;
}

/** What both sides owe, by its days; what is done is settled here. */
export function Obligations<Row extends Owed>(props: Props<Row>) {
	const { id, label, rows, editable, partnerOf } = props;
	const { t } = useTranslation("workshop");
	const { date } = useFormat();
	const { money } = useMoney();
	const [settling, setSettling] = useState<Row>();
	return (
		<>
			<DataTable<Row>
				label={label}
				rows={rows}
				rowKey={(row) => row.id ?? row.text}
				columns={[
					{ id: "text", header: t("obligation.what"), cell: (row) => <bdi>{row.text}</bdi> },
					{ id: "side", header: t("obligation.side"), cell: (row) => t(`side.${row.side}`) },
					...(partnerOf
						? [
								{
									id: "partner",
									header: t("partner.name"),
									cell: (row: Row) => <bdi>{partnerOf(row)}</bdi>,
								},
							]
						: []),
					{
						id: "amount",
						header: t("pact.amount"),
						numeric: true,
						cell: (row) => row.amount && money(row.amount.amount),
					},
					{
						id: "due",
						header: t("obligation.due"),
						cell: (row) => <time dateTime={row.due_on}>{date(row.due_on)}</time>,
					},
					{
						id: "state",
						header: t("obligation.state"),
						cell: (row) => (
							<Badge tone={row.overdue ? "bad" : row.state === "met" ? "good" : "wait"}>
								{t(row.overdue ? "obligation.overdue" : `obligationState.${row.state ?? "due"}`)}
							</Badge>
						),
					},
					...(editable
						? [
								{
									id: "settle",
									header: t("obligation.settle"),
									bare: true,
									cell: (row: Row) =>
										(row.state ?? "due") === "due" && (
											<Button
												small
												aria-label={t("obligation.settleOf", { text: row.text })}
												onPress={() => setSettling(row)}
											>
												{t("obligation.settle")}
											</Button>
										),
								},
							]
						: []),
				]}
			/>
			{settling && <SettleDialog id={id} owed={settling} onClose={() => setSettling(undefined)} />}
		</>
	);
}
