import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/problem.ts";
import type { LocalText } from "@/i18n/format.ts";
import { LOCALES, type Locale } from "@/i18n/locale.ts";
import { NativeSelect } from "@/ui/native-select.tsx";

interface Props {
	value: Locale;
	onChange: (language: Locale) => void;
}

/** In which language a table shows the names of its rows: one at a time. */
export function NamesLanguage({ value, onChange }: Props) {
	const { t } = useTranslation("workshop");
	return (
		<NativeSelect
			label={t("editor.language")}
			hideLabel
			options={LOCALES.map((one) => ({ id: one, label: t(`editor.names.${one}`) }))}
			value={value}
			onChange={(one) => onChange(LOCALES.find((known) => known === one) ?? "ar")}
		/>
	);
}

/** The reader's own language, once everything has a name in it; the one that is required until then. */
export const firstLanguage = (locale: Locale, names: readonly LocalText[]): Locale =>
	names.length > 0 && names.every((name) => name[locale]) ? locale : "ar";

/** The language in which the server refused the name of a row, so that it can be shown. */
export const refusedLanguage = (failure: unknown): Locale | undefined =>
	LOCALES.find((one) => {
		const name = new RegExp(`^/\\w+/\\d+/(?:name|label)/${one}$`);
		return Object.keys(fieldProblems(failure)).some((pointer) => name.test(pointer));
	});
