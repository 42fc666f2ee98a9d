import { useTranslation } from "react-i18next";
import type { PieceItem } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";

/** How scores, sums and kinds of things are said here. */
export function useWords() {
	const { t, i18n } = useTranslation("assignments");
	const { number } = useFormat();
	/** A word for a code of the API; the code itself where there is none. */
	const word = (key: string, code: string) =>
		i18n.exists(key, { ns: "assignments" }) ? t(key as "kind.note") : code;
	return {
		/** Hundredths of 100 as points of 100. */
		score: (hundredths: number) =>
			t("score", { points: number(hundredths / 100, { maximumFractionDigits: 2 }) }),
		/** Centimes: whole dinars, and centimes only where there are some. */
		money: (centimes: number) =>
			t("money", {
				amount: number(centimes / 100, { minimumFractionDigits: centimes % 100 === 0 ? 0 : 2 }),
			}),
		/** What stands over items of one kind: the block of notes, the kind of elements and partners. */
		group: ({ kind, group }: PieceItem) => {
			if (!group) return t(`kind.${kind}`);
			if (kind === "note") return word(`block.${group}`, group);
			if (kind === "element") return word(`element.${group}`, group);
			if (kind === "partner") return word(`partnerKind.${group}`, group);
			return t(`kind.${kind}`);
		},
	};
}
