import { useTranslation } from "react-i18next";
import { Notice } from "@/ui/notice.tsx";

/** Why tests stay as they are. */
export function Held() {
	const { t } = useTranslation("exams");
	return (
		<Notice tone="info" title={t("exam.held")}>
			<p>{t("exam.heldLead")}</p>
		</Notice>
	);
}
