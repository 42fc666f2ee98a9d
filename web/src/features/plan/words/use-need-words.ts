import { useTranslation } from "react-i18next";
import type { StandCandidate } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";

/** What an application needs of a stand and wishes for, in words. */
export function useNeedWords() {
	const { t } = useTranslation("plan");
	const { number } = useFormat();
	return ({ needs, stand_wishes: wishes }: Pick<StandCandidate, "needs" | "stand_wishes">) =>
		[
			needs.area_m2 ? t("squareMetres", { area: number(needs.area_m2) }) : null,
			needs.power_w ? t("offers.power", { watts: number(needs.power_w) }) : null,
			needs.water ? t("offers.water") : null,
			needs.fire ? t("offers.fire") : null,
			wishes.corner ? t("wish.corner") : null,
			wishes.near_entrance ? t("wish.near_entrance") : null,
			wishes.next_to?.length ? t("wish.neighbours", { count: wishes.next_to.length }) : null,
		]
			.filter((word) => word !== null)
			.join(t("separator"));
}
