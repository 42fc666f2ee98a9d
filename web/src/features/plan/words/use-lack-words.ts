import { useTranslation } from "react-i18next";

const LACKS = ["short_of_area", "short_of_power", "without_water", "without_fire"] as const;

/** What a stand lacks of what is needed, in words. */
export function useLackWords() {
	const { t } = useTranslation("plan");
	return (code: string) => {
		const known = LACKS.find((one) => one === code);
		return known ? t(`lack.${known}`) : code;
	};
}
