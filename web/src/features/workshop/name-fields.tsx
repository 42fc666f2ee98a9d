import { useTranslation } from "react-i18next";
import type { Names } from "@/i18n/names.ts";
import { TextField } from "@/ui/text-field.tsx";
import { useNarrow } from "./fold.tsx";
import css from "./name-fields.module.css";

const OTHERS = ["fr", "en"] as const;

interface Props {
	/** What is named, such as "the partner". */
	label: string;
	value: Names;
	onChange: (names: Names) => void;
	/** The word on the name in one language. */
	said: (language: keyof Names) => string | undefined;
	/** The other languages are folded on a wide screen too: in a row of many fields. */
	folded?: boolean;
}

/** A name in Arabic, and in French and English for whoever wants them: folded away on a phone. */
export function NameFields({ label, value, onChange, said, folded }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const narrow = useNarrow();
	const others = OTHERS.map((language) => (
		<TextField
			key={language}
			label={t(`names.${language}`, { label })}
			note={t("common:state.optional")}
			dir="ltr"
			value={value[language]}
			onChange={(typed) => onChange({ ...value, [language]: typed })}
			error={said(language)}
		/>
	));
	return (
		<>
			<TextField
				label={t("names.ar", { label })}
				dir="auto"
				value={value.ar}
				onChange={(ar) => onChange({ ...value, ar })}
				error={said("ar")}
				isRequired
			/>
			{narrow || folded ? (
				<details className={css.others} open={OTHERS.some(said)}>
					<summary>{t("names.others")}</summary>
					<div>{others}</div>
				</details>
			) : (
				others
			)}
		</>
	);
}
