import { useTranslation } from "react-i18next";
import type { TrainerView } from "@/api/gen/types.gen.ts";
import { LANGUAGE_NAMES } from "@/i18n/locale.ts";

/** What and in which languages somebody teaches, in one line; that they have not said so, where they have not. */
export function useTaught() {
	const { t } = useTranslation("training");
	return ({ subjects, languages }: Pick<TrainerView, "subjects" | "languages">) =>
		[
			subjects.map((one) => t(`tool.${one}`)).join(t("separator")),
			languages.map((one) => LANGUAGE_NAMES[one]).join(t("separator")),
		]
			.filter(Boolean)
			.join(" · ") || t("pool.unsaid");
}
