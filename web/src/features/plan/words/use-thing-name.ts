import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import type { Plan } from "../shape/plan.ts";
import { type Key, refOf } from "../shape/refs.ts";

/** What a thing of the plan is called. */
export function useThingName(plan: Plan) {
	const { t } = useTranslation("plan");
	const { text } = useFormat();
	return (key: Key): string => {
		const ref = refOf(key);
		if (!ref) return "";
		const { kind, at, part } = ref;
		if (kind === "stand") {
			const number = plan.stands[at]?.number;
			// Until it has a number, its place in the list.
			return number ? t("named.stand", { name: number }) : t("named.unnumbered", { name: at + 1 });
		}
		if (kind === "aisle") return t("named.aisle", { name: at + 1 });
		const [hall, quarter] = [plan.halls[at], plan.quarters[at]];
		if (kind === "quarter") return text(quarter?.name) || t("named.quarter", { name: quarter?.id });
		const name = text(hall?.name) || t("named.hall", { name: hall?.id });
		return kind === "hall" ? name : t("named.entrance", { name: part + 1, hall: name });
	};
}
