import type { Money } from "@/api/gen/types.gen.ts";
import { latinDigits } from "./format.ts";

/** An amount as typed, with any digits and separators of thousands, in centimes; null when it is none. */
export function readMoney(typed: string): Money | null {
	const plain = latinDigits(typed).replace(/[\s\u00a0\u202f٬]/g, "");
	const match = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,٫](\d{1,2}))?$/.exec(plain);
	if (!match) return null;
	const [, sign, whole = "", cents = ""] = match;
	const amount = Number(whole.replace(/[.,]/g, "")) * 100 + Number(cents.padEnd(2, "0"));
	return { amount: sign ? -amount : amount, currency: "DZD" };
}

/** More centimes than this are not kept. */
export const MOST_MONEY = 1e15;
export type MoneyFault = "unread" | "negative" | "tooMuch";

/** What is wrong with an amount as it is typed; nothing where nothing is typed. */
export function moneyFault(
	typed: string,
	signed = false,
	most = MOST_MONEY,
): MoneyFault | undefined {
	if (typed.trim() === "") return undefined;
	const money = readMoney(typed);
	if (!money) return "unread";
	if (Math.abs(money.amount) > most) return "tooMuch";
	return money.amount < 0 && !signed ? "negative" : undefined;
}

/** An amount as it stands in a field. */
export const typedMoney = (money: Money | null | undefined): string =>
	money ? String(money.amount / 100) : "";
