import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import type { Option } from "@/ui/native-select.tsx";

/** Words for the operations of the API and for what they are done to; the code itself for one without a word. */
export function useOperation() {
	const { t, i18n } = useTranslation("operations");
	const word = (key: string, code: string) =>
		i18n.exists(key, { ns: "operations" }) ? t(key as "name.invite") : code;
	const { locale, compare } = useFormat();
	const options = (part: "name" | "subject"): readonly Option[] =>
		Object.entries<string>(i18n.getResource(locale, "operations", part) ?? {})
			.map(([id, label]) => ({ id, label }))
			.sort((a, b) => compare(a.label, b.label));
	return {
		/** Every operation and every kind of subject that has a word, for choosing one. */
		options,
		operation: (code: string) => word(`name.${code}`, code),
		subject: (code: string) => word(`subject.${code}`, code),
	};
}
