import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { noServices, type Services, type Stand } from "../shape/plan.ts";

interface Offer extends Pick<Stand, "corner" | "open_sides"> {
	services: Partial<Services>;
}

/** What a stand offers, in words. */
export function useServiceWords() {
	const { t } = useTranslation("plan");
	const { number } = useFormat();
	return ({ services: some, corner, open_sides: sides }: Offer) => {
		const services = { ...noServices, ...some };
		return [
			services.power_w > 0 && t("offers.power", { watts: number(services.power_w) }),
			services.water && t("offers.water"),
			services.fire && t("offers.fire"),
			corner && t("offers.corner"),
			sides > 0 && t("offers.sides", { count: sides }),
		]
			.filter((word) => typeof word === "string")
			.join(t("separator"));
	};
}
