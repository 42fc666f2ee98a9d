import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ending, ProjectNegotiation, Side } from "@/api/gen/types.gen.ts";
import { addOffer, concludeNegotiation } from "@/api/gen/workshop-sdk.gen.ts";
import { today } from "@/i18n/days.ts";
import { readMoney, typedMoney } from "@/i18n/money.ts";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { badMoney, MoneyField } from "../money-field.tsx";
import { SavingDialog, useSaving } from "../use-saving.tsx";

const SIDES: readonly Side[] = ["ours", "theirs"];
const ENDINGS: readonly Ending[] = ["agreed", "failed"];

interface Props {
	id: string;
	talk: ProjectNegotiation;
	/** An offer of a side, or the end of it all. */
	what: "offer" | "outcome";
	onClose: () => void;
}

/** The next offer of a side, or what the negotiation came to. */
export function OfferDialog({ id, talk, what, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const last = talk.offers.at(-1);
	const [side, setSide] = useState<Side>(last?.side === "ours" ? "theirs" : "ours");
	const [result, setResult] = useState<Ending>("agreed");
	const [on, setOn] = useState<string | null>(() => today());
	const [amount, setAmount] = useState(what === "outcome" ? typedMoney(last?.amount) : "");
	const [words, setWords] = useState("");
	const [checked, setChecked] = useState(false);
	const path = { id, negotiation_id: talk.id };
	const saving = useSaving(
		id,
		() => {
			const said = { on: on ?? "", amount: readMoney(amount) };
			return what === "offer"
				? addOffer({
						path,
						body: { ...said, side, terms: words.trim() || null },
						throwOnError: true,
					})
				: concludeNegotiation({
						path,
						body: {
							...said,
							...(result === "failed" ? { amount: null } : {}),
							result,
							note: words.trim() || null,
						},
						throwOnError: true,
					});
		},
		onClose,
	);
	const { action, save } = saving;
	const submit = () => {
		setChecked(true);
		if (isDate(on) && !badMoney(amount)) save();
	};
	return (
		<SavingDialog
			saving={saving}
			title={t(what === "offer" ? "talk.addOffer" : "talk.conclude")}
			onSubmit={submit}
		>
			{what === "offer" ? (
				<NativeSelect
					label={t("talk.side")}
					options={SIDES.map((one) => ({ id: one, label: t(`side.${one}`) }))}
					value={side}
					onChange={(one) => setSide(one === "theirs" ? "theirs" : "ours")}
					error={action.wrong["/side"]}
				/>
			) : (
				<NativeSelect
					label={t("talk.result")}
					options={ENDINGS.map((one) => ({ id: one, label: t(`ending.${one}`) }))}
					value={result}
					onChange={(one) => setResult(one === "failed" ? "failed" : "agreed")}
					error={action.wrong["/result"]}
				/>
			)}
			<DateField
				label={t("talk.on")}
				value={on}
				onChange={setOn}
				error={checked && !isDate(on) ? t("common:field.date") : action.wrong["/on"]}
				isRequired
			/>
			{(what === "offer" || result === "agreed") && (
				<MoneyField
					label={t("talk.amount")}
					value={amount}
					onChange={setAmount}
					error={action.wrong["/amount"] ?? action.wrong["/amount/amount"]}
					checked={checked}
				/>
			)}
			<TextField
				label={t(what === "offer" ? "talk.terms" : "talk.note")}
				note={t("common:state.optional")}
				dir="auto"
				multiline
				value={words}
				onChange={setWords}
				error={action.wrong["/terms"] ?? action.wrong["/note"]}
			/>
		</SavingDialog>
	);
}
