import { useTranslation } from "react-i18next";
import type { Money } from "@/api/gen/types.gen.ts";
import { latinDigits } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";

/** Centimes in words: whole dinars, and centimes only where there are some. */
export function useMoney() {
	const { t } = useTranslation("workshop");
	const { number } = useFormat();
	const dinars = (centimes: number) => {
		// A rounded trifle below nothing is nothing, not minus nothing.
		const whole = Math.round(centimes) || 0;
		return number(whole / 100, { minimumFractionDigits: whole % 100 === 0 ? 0 : 2 });
	};
	return { dinars, money: (centimes: number) => t("money", { amount: dinars(centimes) }) };
}

/** An amount as typed, with any digits and separators of thousands, in centimes; null when it is none. */
export function readMoney(typed: string): Money | null {
	const plain = latinDigits(typed).replace(/[\s\u00a0\u202f٬]/g, "");
	const match = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,٫](\d{1,2}))?$/.exec(plain);
	if (!match) return null;
	const [, sign, whole = "", cents = ""] = match;
	const amount = Number(whole.replace(/[.,]/g, "")) * 100 + Number(cents.padEnd(2, "0"));
	return { amount: sign ? -amount : amount, currency: "DZD" };
}

/** An amount as it stands in a field. */
export const typedMoney = (money: Money | null | undefined): string =>
	money ? String(money.amount / 100) : "";

/** A plain number as typed, with a point or a comma; null when it is none. */
export function readNumber(typed: string): number | null {
	const plain = latinDigits(typed).trim().replace(/[,٫]/, ".");
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
