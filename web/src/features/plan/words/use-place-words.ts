import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import type { Plan } from "../shape/plan.ts";
import { quartersOf } from "../shape/quarters.ts";

/** Where a stand is, in words: its hall, and its craft quarter if it is in one. */
export function usePlaceWords(plan: Plan) {
	const { t } = useTranslation("plan");
	const { text } = useFormat();
	const quarters = useMemo(() => quartersOf(plan), [plan]);
	return ({ number, hall }: { number: string; hall: string }) =>
		[
			text(plan.halls.find(({ id }) => id === hall)?.name) || t("named.hall", { name: hall }),
			...(quarters.get(number) ?? []).map(
				({ id, name }) => text(name) || t("named.quarter", { name: id }),
			),
		].join(t("separator"));
}
