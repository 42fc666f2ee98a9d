import { useTranslation } from "react-i18next";

/** Names of the parts whose figures are hidden, folded. */
export function HiddenRows({ names }: { names: readonly string[] }) {
	const { t } = useTranslation("outcomes");
	if (names.length === 0) return null;
	return (
		<details>
			<summary>{t("hidden.rows", { count: names.length })}</summary>
			<p>{names.join(t("listSeparator"))}</p>
		</details>
	);
}
