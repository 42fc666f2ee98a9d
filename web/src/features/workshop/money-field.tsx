import { useTranslation } from "react-i18next";
import { readMoney } from "@/i18n/money.ts";
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

/** Whether something is typed that is no amount. */
export const badMoney = (typed: string) => typed.trim() !== "" && readMoney(typed) === null;

/** An amount in dinars, or nothing. */
export function MoneyField({ label, value, onChange, hint, error, checked, isRequired }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	return (
		<TextField
			label={label}
			note={isRequired ? undefined : t("common:state.optional")}
			hint={hint}
			dir="ltr"
			inputMode="decimal"
			value={value}
			onChange={onChange}
			error={checked && badMoney(value) ? t("cost.unread") : error}
			isRequired={isRequired}
		/>
	);
}
