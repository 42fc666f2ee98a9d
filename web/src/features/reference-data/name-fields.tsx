import { useTranslation } from "react-i18next";
import type { Names } from "@/i18n/names.ts";
import { TextField } from "@/ui/text-field.tsx";

/** The three names of a row, each in its direction. */
export function NameFields(props: {
	value: Names;
	onChange: (names: Names) => void;
	wrong: Readonly<Record<string, string>>;
}) {
	const { t } = useTranslation("reference-data");
	const { value, onChange, wrong } = props;
	return (
		<>
			<TextField
				label={t("nameAr")}
				dir="rtl"
				value={value.ar}
				onChange={(ar) => onChange({ ...value, ar })}
				error={wrong["/name/ar"]}
				isRequired
			/>
			<TextField
				label={t("nameFr")}
				dir="ltr"
				value={value.fr}
				onChange={(fr) => onChange({ ...value, fr })}
				error={wrong["/name/fr"]}
			/>
			<TextField
				label={t("nameEn")}
				dir="ltr"
				value={value.en}
				onChange={(en) => onChange({ ...value, en })}
				error={wrong["/name/en"]}
			/>
		</>
	);
}
