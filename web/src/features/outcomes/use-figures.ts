import { useTranslation } from "react-i18next";
import type { Money } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";

/** Sums in whole dinars, as reports tell them. */
export function useDinars() {
	const { t } = useTranslation("outcomes");
	const { number } = useFormat();
	return ({ amount }: Money) =>
		t("money", { amount: number(amount / 100, { maximumFractionDigits: amount % 100 ? 2 : 0 }) });
}

/** A count, or in words that it is hidden. */
export function useCount() {
	const { t } = useTranslation("outcomes");
	const { number } = useFormat();
	return (count: number | null | undefined) => (count == null ? t("hidden.cell") : number(count));
}
