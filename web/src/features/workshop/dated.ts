import { MOST_MONEY, readMoney } from "@/i18n/money.ts";
import { isDate } from "@/ui/date-parts.ts";

/** An amount on a day, as it is typed. */
export interface Dated {
	key: string;
	date: string | null;
	amount: string;
}

export const blankDated = (key = `new-${Date.now()}`): Dated => ({ key, date: null, amount: "" });

/** Day and amount in centimes, or nothing where one of them cannot be read. */
export function readDated({ date, amount }: Dated): { date: string; amount: number } | null {
	const money = readMoney(amount);
	return isDate(date) && money && Math.abs(money.amount) <= MOST_MONEY
		? { date, amount: money.amount }
		: null;
}
