import { useTranslation } from "react-i18next";
import { moneyFault } from "@/i18n/money.ts";
import { TextField } from "@/ui/text-field.tsx";

interface Props {
	label: string;
	value: string;
	onChange: (value: string) => void;
	hint?: string | undefined;
	/** The server's word on it. */
	error?: string | undefined;
	/** Whether what cannot be read is said already. */
	checked: boolean;
	isRequired?: boolean;
}

/** Whether something is typed that is no amount to be paid. */
export const badMoney = (typed: string) => moneyFault(typed) !== undefined;

/** An amount in dinars, or nothing. */
export function MoneyField({ label, value, onChange, hint, error, checked, isRequired }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const fault = moneyFault(value);
	return (
		<TextField
			label={label}
			note={isRequired ? undefined : t("common:state.optional")}
			hint={hint}
			dir="ltr"
			inputMode="decimal"
			value={value}
			onChange={onChange}
			error={checked && fault ? t(`cost.${fault}`) : error}
			isRequired={isRequired}
		/>
	);
}
