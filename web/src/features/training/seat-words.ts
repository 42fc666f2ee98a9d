import { useTranslation } from "react-i18next";
import type { SeatConditions } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { BCP47 } from "@/i18n/locale.ts";
import { useWilayas } from "@/reference/use-reference.ts";

/** Conditions on whoever takes a kept seat, in the order they are told. */
export const SEAT_FLAGS = ["women", "young", "border_or_isolated"] as const;

/** Whom seats are kept for, in plain words: one phrase for each thing that is asked. */
export function useSeatWords(): (conditions: SeatConditions) => string[] {
	const { t } = useTranslation("training");
	const { locale } = useFormat();
	const wilayas = useWilayas();
	const either = new Intl.ListFormat(BCP47[locale], { type: "disjunction" });
	return (conditions) => {
		const words: string[] = SEAT_FLAGS.filter((flag) => conditions[flag]).map((flag) =>
			t(`seat.${flag}`),
		);
		const codes = conditions.wilayas ?? [];
		if (codes.length > 0)
			words.push(t("seat.wilayas", { list: either.format(codes.map(wilayas.name)) }));
		return words;
	};
}
