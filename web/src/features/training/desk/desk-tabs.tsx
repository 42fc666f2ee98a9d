import { useTranslation } from "react-i18next";
import { Tabs } from "@/ui/tabs.tsx";

/** What an institution does for training: its cohorts, and the courses it writes. */
export function DeskTabs({ current }: { current: "cohorts" | "courses" }) {
	const { t } = useTranslation("training");
	return (
		<Tabs
			label={t("tabs.label")}
			current={current}
			tabs={[
				{ id: "cohorts", label: t("own.title"), link: { to: "/my-cohorts" } },
				{ id: "courses", label: t("ownCourses.title"), link: { to: "/my-courses" } },
			]}
		/>
	);
}
