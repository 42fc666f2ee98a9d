import { useTranslation } from "react-i18next";
import type { ObligationInput, Side } from "@/api/gen/types.gen.ts";
import { readMoney, typedMoney } from "@/i18n/money.ts";
import { Button } from "@/ui/button.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { badMoney, MoneyField } from "../money-field.tsx";
import css from "./partners.module.css";

const SIDES: readonly Side[] = ["ours", "theirs"];

/** An obligation as it is typed. */
export interface Duty {
	key: string;
	side: Side;
	text: string;
	due: string | null;
	amount: string;
	source: ObligationInput | null;
}

let made = 0;
export const emptyDuty = (): Duty => ({
	key: `duty-${++made}`,
	side: "ours",
	text: "",
	due: null,
	amount: "",
	source: null,
});

export const fromObligation = (source: ObligationInput): Duty => ({
	key: source.id ?? `duty-${++made}`,
	side: source.side,
	text: source.text,
	due: source.due_on,
	amount: typedMoney(source.amount),
	source,
});

export const toObligation = (duty: Duty): ObligationInput => ({
	...duty.source,
	side: duty.side,
	text: duty.text.trim(),
	due_on: duty.due ?? "",
	amount: readMoney(duty.amount),
});

/** Whether it can leave for the server. */
export const isWhole = (duty: Duty) => isDate(duty.due) && !badMoney(duty.amount);

interface Props {
	duty: Duty;
	place: number;
	checked: boolean;
	said: (field: string) => string | undefined;
	onChange: (patch: Partial<Duty>) => void;
	onRemove: () => void;
}

/** What a side owes, by when and how much. */
export function ObligationRow({ duty, place, checked, said, onChange, onRemove }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	return (
		<div className={css.duty}>
			<TextField
				label={t("obligation.what")}
				dir="auto"
				value={duty.text}
				onChange={(text) => onChange({ text })}
				error={said("text")}
				isRequired
			/>
			<NativeSelect
				label={t("obligation.side")}
				options={SIDES.map((one) => ({ id: one, label: t(`side.${one}`) }))}
				value={duty.side}
				onChange={(side) => onChange({ side: side === "theirs" ? "theirs" : "ours" })}
			/>
			<DateField
				label={t("obligation.due")}
				value={duty.due}
				onChange={(due) => onChange({ due })}
				error={checked && !isDate(duty.due) ? t("common:field.date") : said("due_on")}
				isRequired
			/>
			<MoneyField
				label={t("talk.amount")}
				value={duty.amount}
				onChange={(amount) => onChange({ amount })}
				error={said("amount") ?? said("amount/amount")}
				checked={checked}
			/>
			<Button
				small
				variant="quiet"
				aria-label={t("pact.removeDuty", { text: duty.text || String(place) })}
				onPress={onRemove}
			>
				<Trash size={16} />
			</Button>
		</div>
	);
}
