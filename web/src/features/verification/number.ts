import { latinDigits } from "@/i18n/format.ts";

/** Numbers are typed with any digits and any dash, or copied with the marks that hold them together on a page. */
export const normalNumber = (typed: string) =>
	latinDigits(typed)
		.replace(/[\s\p{Cf}]/gu, "")
		.replace(/[–—−‐‑_/]/g, "-");
