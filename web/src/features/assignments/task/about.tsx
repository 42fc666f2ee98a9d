import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Cohort, CohortAssignment } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { modulesQuery } from "../queries.ts";
import { RubricList } from "../rubric/rubric-list.tsx";
import { Due } from "./due.tsx";
import css from "./task.module.css";

/** What is asked, until when, and how it is assessed. */
export function About({ task, cohort }: { task: CohortAssignment; cohort: Cohort }) {
	const { t } = useTranslation("assignments");
	const { text } = useFormat();
	const modules = useQuery(modulesQuery(cohort.course_id, cohort.course_number));
	const module = modules.data?.find(({ code }) => code === task.module);
	const reviews = task.peer_reviews ?? 0;
	return (
		<>
			<Card title={t("about.title")}>
				{task.description && (
					<p className={css.prose} dir="auto">
						{text(task.description)}
					</p>
				)}
				<Facts
					items={[
						{ label: t("due.label"), value: <Due at={task.due_at} /> },
						{ label: t("toolLabel"), value: t(`tool.${task.tool}`) },
						...(task.module
							? [{ label: t("moduleLabel"), value: <bdi>{text(module?.title)}</bdi> }]
							: []),
						{
							label: t("about.peers"),
							value: reviews > 0 ? t("about.peersOf", { count: reviews }) : t("about.noPeers"),
						},
					]}
				/>
			</Card>
			<Card title={t("rubric.title")}>
				<RubricList rubric={task.rubric} />
			</Card>
		</>
	);
}
