import { useTranslation } from "react-i18next";
import type { LearningUnknown } from "@/api/gen/types.gen.ts";

/** Why a figure is not known, in a word in its place. */
export function useUnknown() {
	const { t } = useTranslation("exams");
	return (unknown: readonly LearningUnknown[], figure: string) => {
		const reason = unknown.find((one) => one.figure === figure)?.reason;
		return <span className="quiet">{reason ? t(`unknown.${reason}`) : "—"}</span>;
	};
}
