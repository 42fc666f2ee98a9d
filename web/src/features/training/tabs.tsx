import { useTranslation } from "react-i18next";
import { Tabs } from "@/ui/tabs.tsx";

/** The sides of training: what is taught, when it is, and how many it has reached. */
export function TrainingTabs({ current }: { current: "courses" | "cohorts" }) {
	const { t } = useTranslation("training");
	return (
		<Tabs
			label={t("tabs.label")}
			current={current}
			tabs={[
				{ id: "courses", label: t("tabs.courses"), link: { to: "/courses" } },
				{ id: "cohorts", label: t("tabs.cohorts"), link: { to: "/cohorts" } },
				{ id: "coverage", label: t("tabs.coverage"), link: { to: "/training-coverage" } },
			]}
		/>
	);
}
