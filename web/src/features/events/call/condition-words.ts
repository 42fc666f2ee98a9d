import { useTranslation } from "react-i18next";
import type { Conditions } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { BCP47 } from "@/i18n/locale.ts";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";

/** Conditions that are asked or not, in the order they are told. */
export const FLAGS = [
	"border_or_isolated",
	"women_led",
	"youth_led",
	"disability",
	"mandate_valid",
	"first_participation",
	"not_absent_last",
] as const;

/** Conditions in plain words, one phrase for each that is asked. */
export function useConditionWords(): (conditions: Conditions | undefined) => string[] {
	const { t } = useTranslation(["events", "common"]);
	const { locale } = useFormat();
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const either = new Intl.ListFormat(BCP47[locale], { type: "disjunction" });
	return (conditions = {}) => {
		const { levels = [], kinds = [], craft_sectors = [], wilayas: seats = [] } = conditions;
		const words: string[] = [];
		const among = (
			key: "condition.levels" | "condition.kinds" | "condition.craft_sectors" | "condition.wilayas",
			names: readonly string[],
		) => {
			if (names.length > 0) words.push(t(key, { list: either.format(names) }));
		};
		among(
			"condition.levels",
			levels.map((one) => t(`common:level.${one}`).toLocaleLowerCase(locale)),
		);
		among(
			"condition.kinds",
			kinds.map((one) => t(`common:kind.${one}`).toLocaleLowerCase(locale)),
		);
		among("condition.craft_sectors", craft_sectors.map(sectors.name));
		among("condition.wilayas", seats.map(wilayas.name));
		for (const flag of FLAGS) if (conditions[flag]) words.push(t(`condition.${flag}`));
		const years = conditions.registered_years;
		if (years) words.push(t("condition.registered_years", { count: years }));
		return words;
	};
}
