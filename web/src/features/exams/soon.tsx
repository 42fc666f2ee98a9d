import { useTranslation } from "react-i18next";
import { Empty } from "@/ui/states.tsx";

export function Soon() {
	const { t } = useTranslation("exams");
	return <Empty title={t("soon")} />;
}
