import { latinDigits } from "./format.ts";

/** `9:30`, `٠٩:٣٠` or `9h30` as `09:30`; anything else as it was typed. */
export function timeOf(typed: string): string {
	const [, hours, minutes] = /^(\d{1,2})\s*[:hH.]\s*(\d{2})$/.exec(latinDigits(typed.trim())) ?? [];
	return hours && minutes ? `${hours.padStart(2, "0")}:${minutes}` : typed.trim();
}
export const isTime = (typed: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(timeOf(typed));

/** Whether doors close on the day after they open: hours and minutes compare as text. */
export const pastMidnight = ({ opens, closes }: { opens: string; closes: string }): boolean =>
	closes < opens;
