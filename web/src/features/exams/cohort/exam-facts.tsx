import { useTranslation } from "react-i18next";
import type { Exam } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Facts } from "@/ui/page.tsx";
import { useWords } from "../use-words.ts";

/** When a test is sat and how long it takes. */
export function ExamFacts({ exam }: { exam: Exam }) {
	const { t } = useTranslation("exams");
	const { dateTime, number } = useFormat();
	const { points } = useWords();
	return (
		<Facts
			items={[
				{ label: t("exam.opens"), value: dateTime(exam.opens_at) },
				{ label: t("exam.closes"), value: dateTime(exam.closes_at) },
				{
					label: t("exam.time"),
					value: exam.minutes ? t("exam.minutes", { count: exam.minutes }) : t("exam.noLimit"),
				},
				{
					label: t("exam.questions"),
					value:
						exam.points > 0
							? t("chosen.count", { count: exam.questions, points: points(exam.points) })
							: number(exam.questions),
				},
			]}
		/>
	);
}
