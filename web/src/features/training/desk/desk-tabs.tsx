import { useTranslation } from "react-i18next";
import { Tabs } from "@/ui/tabs.tsx";

/** What an institution does for training: its cohorts, the courses it writes, who could teach them, and how many they have reached. */
export function DeskTabs({ current }: { current: "cohorts" | "courses" | "trainers" }) {
	const { t } = useTranslation("training");
	return (
		<Tabs
			label={t("tabs.label")}
			current={current}
			tabs={[
				{ id: "cohorts", label: t("own.title"), link: { to: "/my-cohorts" } },
				{ id: "courses", label: t("ownCourses.title"), link: { to: "/my-courses" } },
				{ id: "trainers", label: t("pool.title"), link: { to: "/trainers" } },
				{ id: "coverage", label: t("tabs.coverage"), link: { to: "/training-coverage" } },
			]}
		/>
	);
}
