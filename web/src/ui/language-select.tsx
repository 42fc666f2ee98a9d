import { LANGUAGE_NAMES, LOCALES, type Locale } from "@/i18n/locale.ts";
import { NativeSelect } from "./native-select.tsx";

const OPTIONS = LOCALES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }));

/** The language somebody is written to in; each is called by its own name. */
export function LanguageSelect(props: {
	label: string;
	hint?: string;
	value: Locale;
	onChange: (language: Locale) => void;
	error?: string | undefined;
}) {
	const { value, onChange, ...field } = props;
	return (
		<NativeSelect
			{...field}
			options={OPTIONS}
			value={value}
			onChange={(id) => onChange(LOCALES.find((one) => one === id) ?? value)}
		/>
	);
}
