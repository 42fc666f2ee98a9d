import { useTranslation } from "react-i18next";
import type {
	AllocationObstacle,
	AllocationReason,
	AllocationReasonCode,
	AllocationUnmet,
	StandCandidate,
} from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import type { Plan } from "../shape/plan.ts";

/** Codes that are about square centimetres. */
const AREAS: readonly string[] = ["area_unused", "short_of_area", "area"];

/** Why the machine decided as it did, in words: who and which quarter by name, areas in square metres. */
export function useReasonWords(
	plan: Plan,
	candidates: readonly Pick<StandCandidate, "application_id" | "association_name">[],
) {
	const { t } = useTranslation("plan");
	const { number, text } = useFormat();
	const applicant = (id: string | null | undefined) => {
		const found = candidates.find(({ application_id }) => application_id === id);
		return found ? text(found.association_name) : t("neighbour");
	};
	const quarter = (id: string) => text(plan.quarters.find((one) => one.id === id)?.name) || id;
	const about = (code: AllocationReasonCode, name: string | null | undefined) => {
		if (!name) return "";
		if (code === "wish_next_to" || code === "same_group") return applicant(name);
		return code === "wish_stand" ? name : quarter(name);
	};
	const amount = (code: string, value: number | null | undefined) =>
		number(AREAS.includes(code) ? (value ?? 0) / 10_000 : (value ?? 0));
	const wish = (wanted: AllocationUnmet["wish"]): string => {
		switch (wanted.kind) {
			case "stand":
				return t("wish.stand", { name: wanted.number });
			case "quarter":
				return t("wish.quarter", { name: quarter(wanted.id) });
			case "next_to":
				return t("wish.next_to", { name: applicant(wanted.application) });
			default:
				return t(`wish.${wanted.kind}`);
		}
	};
	return {
		applicant,
		/** What speaks for a stand or against it. */
		reason: (one: Pick<AllocationReason, "code" | "about" | "amount">) =>
			t(`reason.${one.code}`, {
				about: about(one.code, one.about),
				amount: amount(one.code, one.amount),
			}),
		/** What stood in the way of a stand. */
		obstacle: ({ code, wanted, best }: AllocationObstacle) =>
			t(`obstacle.${code}`, { wanted: amount(code, wanted), best: amount(code, best) }),
		/** A wish that did not come true, and why. */
		unmet: (one: AllocationUnmet) =>
			t("unmet.one", {
				wish: wish(one.wish),
				why: t(`unmet.${one.reason}`, { name: applicant(one.given_to) }),
			}),
	};
}

export type ReasonWords = ReturnType<typeof useReasonWords>;
