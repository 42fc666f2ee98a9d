import { useTranslation } from "react-i18next";
import { moneyFault } from "@/i18n/money.ts";
import { Button } from "@/ui/button.tsx";
import { DateField } from "@/ui/date-field.tsx";
import { isDate } from "@/ui/date-parts.ts";
import { Trash } from "@/ui/icons.tsx";
import { TextField } from "@/ui/text-field.tsx";
import type { Dated } from "./dated.ts";
import css from "./dated-amounts.module.css";

interface Props {
	/** What each amount is: a flow of money, or a part of a cost. */
	kind: "flow" | "part";
	list: readonly Dated[];
	onChange: (list: Dated[]) => void;
	/** Whether what cannot be read is said already. */
	checked: boolean;
	/** The server's word on a field. */
	said: (index: number, field: "date" | "amount") => string | undefined;
}

/** Amounts, each on its day. One of them stays. */
export function DatedAmounts({ kind, list, onChange, checked, said }: Props) {
	const { t } = useTranslation("workshop");
	const patch = (index: number, change: Partial<Dated>) =>
		onChange(list.map((one, i) => (i === index ? { ...one, ...change } : one)));
	/** What is typed may be paid out as well as received. */
	const wordOn = (amount: string) => {
		const fault = amount.trim() === "" ? "unread" : moneyFault(amount, true);
		return checked && fault ? t(`cost.${fault}`) : undefined;
	};
	return (
		<ol className={css.dated}>
			{list.map((one, index) => (
				<li key={one.key}>
					<DateField
						label={t(`dated.${kind}.date`, { row: index + 1 })}
						value={one.date}
						onChange={(date) => patch(index, { date })}
						error={checked && !isDate(one.date) ? t("dated.unread") : said(index, "date")}
					/>
					<TextField
						label={t(`dated.${kind}.amount`, { row: index + 1 })}
						dir="ltr"
						inputMode="decimal"
						value={one.amount}
						onChange={(amount) => patch(index, { amount })}
						error={wordOn(one.amount) ?? said(index, "amount")}
					/>
					<Button
						small
						variant="quiet"
						aria-label={t(`dated.${kind}.remove`, { row: index + 1 })}
						isDisabled={list.length === 1}
						onPress={() => onChange(list.filter((_, i) => i !== index))}
					>
						<Trash size={16} />
					</Button>
				</li>
			))}
		</ol>
	);
}
