import { useTranslation } from "react-i18next";
import type { Names } from "@/i18n/names.ts";
import { TextField } from "./text-field.tsx";
import css from "./text-in-three.module.css";

const OTHERS = ["fr", "en"] as const;

interface Props {
	label: string;
	value: Names;
	onChange: (names: Names) => void;
	/** What is said of each field, by pointer. */
	said: Readonly<Record<string, string | undefined>>;
	/** Where it stands in what is sent, such as `/name`. */
	at: string;
	isRequired?: boolean;
	multiline?: boolean;
	/** The other languages stay closed until one wants them. */
	folded?: boolean;
}

/** A text in Arabic, and in French and English for whoever has them. */
export function TextInThree(props: Props) {
	const { label, value, onChange, said, at, isRequired, multiline, folded } = props;
	const { t } = useTranslation("common");
	const others = OTHERS.map((language) => (
		<TextField
			key={language}
			label={t(`inLanguage.${language}`, { label })}
			note={t("state.optional")}
			dir="ltr"
			multiline={multiline}
			value={value[language]}
			onChange={(typed) => onChange({ ...value, [language]: typed })}
			error={said[`${at}/${language}`]}
		/>
	));
	const open = OTHERS.some((language) => value[language] || said[`${at}/${language}`]);
	return (
		<div className={css.three}>
			<TextField
				label={t("inLanguage.ar", { label })}
				note={isRequired ? undefined : t("state.optional")}
				dir="auto"
				multiline={multiline}
				value={value.ar}
				onChange={(ar) => onChange({ ...value, ar })}
				error={said[`${at}/ar`] ?? said[at]}
				isRequired={isRequired}
			/>
			{folded ? (
				<details open={open || undefined}>
					<summary>{t("inLanguage.others")}</summary>
					<div className={css.others}>{others}</div>
				</details>
			) : (
				<div className={css.others}>{others}</div>
			)}
		</div>
	);
}
