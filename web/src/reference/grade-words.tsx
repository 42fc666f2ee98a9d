import { useTranslation } from "react-i18next";
import type {
	GradebookParticipant,
	LearningCondition,
	LearningConditionResult,
	LearningMissing,
} from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge, type Tone } from "@/ui/badge.tsx";

/** How grades and what a certificate asks for are told, wherever they are read. */
export function useGradeWords() {
	const { t } = useTranslation("grades");
	const { number } = useFormat();
	/** Hundredths of 100. */
	const score = (hundredths: number) => number(hundredths / 100, { maximumFractionDigits: 1 });
	const share = (basis: number) =>
		number(basis / 10_000, { style: "percent", maximumFractionDigits: 1 });
	/** A figure of a condition, in its unit. */
	const figure = (condition: LearningCondition, value: number) => {
		if (condition === "least_attendance") return share(value);
		return condition === "assignments_accepted" ? number(value) : score(value);
	};
	return {
		score,
		share,
		figure,
		/** How a condition stands, with its figures. */
		why: ({ condition, state, wanted, reached, possible }: LearningConditionResult) =>
			condition === "evaluation"
				? t(`evaluation.${state}`)
				: t(`why.${state}`, {
						condition: t(`condition.${condition}`),
						wanted: figure(condition, wanted),
						reached: figure(condition, reached),
						possible: figure(condition, possible),
					}),
		/** What lacks of a part of the grade. */
		missing: (missing: LearningMissing) =>
			missing.what === "reviews"
				? t("missing.reviews", { found: missing.found, wanted: missing.wanted })
				: t(`missing.${missing.what}`),
	};
}

const TONE: Readonly<Record<GradebookParticipant["grade"]["certificate"], Tone>> = {
	due: "good",
	not_due: "bad",
	not_yet_known: "wait",
};

/** Whether somebody holds a certificate, or is due one. */
export function CertificateStanding({ of }: { of: GradebookParticipant }) {
	const { t } = useTranslation("grades");
	const { certificate } = of.grade;
	if (of.certified) return <Badge tone="note">{t("standing.held")}</Badge>;
	return <Badge tone={TONE[certificate]}>{t(`standing.${certificate}`)}</Badge>;
}
