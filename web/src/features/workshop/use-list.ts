import { isolate } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { BCP47 } from "@/i18n/locale.ts";

/** Words one after the other, with the separator of the language; each keeps its own direction. */
export function useList() {
	const { locale } = useFormat();
	const formatter = new Intl.ListFormat(BCP47[locale], { type: "unit", style: "short" });
	return (words: readonly string[]) => formatter.format(words.map(isolate));
}
