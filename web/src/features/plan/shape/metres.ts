import { latinDigits } from "@/i18n/format.ts";

/** A coordinate at most, in centimetres. */
const MOST = 1_000_000;

/** Metres as typed, with a comma or a point and any digits, in whole centimetres; nothing for what is no length. */
export function centimetres(typed: string): number | null {
	const text = latinDigits(typed)
		.replace(/[\s\u2066-\u2069\u200e\u200f]/g, "")
		.replace(/[,،٫]/g, ".")
		.replace("−", "-");
	if (!/^-?\d+(\.\d*)?$|^-?\.\d+$/.test(text)) return null;
	const value = Math.round(Number(text) * 100);
	return Math.abs(value) <= MOST ? value : null;
}

/** Centimetres as one types metres. */
export const metres = (value: number) => String(Math.round(value) / 100);
