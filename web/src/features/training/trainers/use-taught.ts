import { useTranslation } from "react-i18next";
import type { TrainerView } from "@/api/gen/types.gen.ts";
import { useToolName } from "@/reference/use-tool-name.ts";

/** What and in which languages somebody teaches, in one line; that they have not said so, where they have not. */
export function useTaught() {
	const { t } = useTranslation("training");
	const tool = useToolName();
	return ({ subjects, languages }: Pick<TrainerView, "subjects" | "languages">) =>
		[
			subjects.map(tool).join(t("separator")),
			languages.map((one) => t(`form.language.${one}`)).join(t("separator")),
		]
			.filter(Boolean)
			.join(" · ") || t("pool.unsaid");
}
