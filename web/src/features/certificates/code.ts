import { latinDigits } from "@/i18n/format.ts";

/** Codes are typed with any digits, dashes and spaces. */
export const normalCode = (typed: string) =>
	latinDigits(typed)
		.replace(/[^0-9A-Za-z]/g, "")
		.toUpperCase();
