import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the document after the page, so that tabs and history can be told apart. */
export function useTitle(title: string) {
	const { t } = useTranslation("common");
	const name = t("app.short");
	useEffect(() => {
		document.title = title ? `${title} · ${name}` : name;
	}, [title, name]);
}
