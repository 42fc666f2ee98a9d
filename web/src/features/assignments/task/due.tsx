import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { left } from "@/i18n/left.ts";
import { useNow } from "@/ui/use-now.ts";

/** When work is due, and how long that is from now. */
export function Due({ at }: { at: string }) {
	const { t } = useTranslation("assignments");
	const { dateTime, locale } = useFormat();
	const still = left(locale, at, useNow());
	return (
		<>
			<time dateTime={at}>{dateTime(at)}</time>
			<br />
			<span className="quiet">{still ? t("due.left", { left: still }) : t("due.past")}</span>
		</>
	);
}
