import { latinDigits } from "@/i18n/format.ts";

/** Digits before the comma: more than any sum of money has. */
const WHOLE = 12;

/**
 * A number as typed, with any digits, in thousandths; null when it is none. One sign between digits is the decimal one; where there are several of one
 * kind they part the thousands.
 */
export function readThousandths(typed: string): number | null {
	const plain = latinDigits(typed)
		.replace(/[\s\u00a0\u202f٬'’]/g, "")
		.replace("٫", ",")
		.replace("−", "-");
	const grouped = /^-?\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/.test(plain)
		? plain.replace(/[.,]/g, "")
		: plain
				.replace(
					/^(-?\d{1,3}(?:\.\d{3})+),(\d+)$/,
					(_, whole: string, rest: string) => `${whole.replaceAll(".", "")},${rest}`,
				)
				.replace(
					/^(-?\d{1,3}(?:,\d{3})+)\.(\d+)$/,
					(_, whole: string, rest: string) => `${whole.replaceAll(",", "")}.${rest}`,
				);
	const match = /^(-?)(\d+)(?:[.,](\d{1,3}))?$/.exec(grouped);
	if (!match) return null;
	const [, sign, whole = "", rest = ""] = match;
	if (whole.length > WHOLE) return null;
	const value = Number(whole) * 1000 + Number(rest.padEnd(3, "0"));
	return sign && value > 0 ? -value : value;
}

/** A number as it stands in a field. */
export const typedThousandths = (value: number | null | undefined): string =>
	value == null ? "" : String(value / 1000);
