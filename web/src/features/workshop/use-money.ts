import { useTranslation } from "react-i18next";
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

/** A plain number as typed, with a point or a comma; null when it is none. */
export function readNumber(typed: string): number | null {
	const plain = latinDigits(typed).trim().replace(/[,٫]/, ".");
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
