import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { TrainingTask, TrainingTaskState } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge, type Tone } from "@/ui/badge.tsx";
import { Card } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { tasksQuery } from "../desk/queries.ts";
import css from "./association.module.css";

const TONES: Record<TrainingTaskState, Tone> = {
	open: "note",
	begun: "wait",
	returned: "wait",
	overdue: "bad",
};

function What({ task }: { task: TrainingTask }) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const { id } = task;
	const name = text(task.name);
	switch (task.kind) {
		case "exam":
			return (
				<Link to="/exams/$id" params={{ id }}>
					{t(`tasks.exam.${task.exam_kind ?? "after"}`)}
				</Link>
			);
		case "assignment":
			return (
				<Link to="/assignments/$id" params={{ id }}>
					{t("tasks.assignment", { name })}
				</Link>
			);
		case "peer_review":
			return (
				<Link to="/peer-reviews/$id" params={{ id }}>
					{t("tasks.review", { name })}
				</Link>
			);
		case "evaluation":
			return (
				<Link to="/enrolments/$id/evaluation" params={{ id }}>
					{t(`tasks.evaluation.${task.round ?? "end"}`)}
				</Link>
			);
	}
}

function Task({ task }: { task: TrainingTask }) {
	const { t } = useTranslation("training");
	const { text, dateTime } = useFormat();
	return (
		<li>
			<span className={css.what}>
				<b>
					<What task={task} />
				</b>
				<span className="quiet">
					<bdi>{task.participant_name}</bdi>
					{" · "}
					<bdi>{text(task.cohort_name)}</bdi>
				</span>
			</span>
			<span className={css.until}>
				{task.state !== "open" && (
					<Badge tone={TONES[task.state]}>{t(`tasks.state.${task.state}`)}</Badge>
				)}
				{task.due_at && (
					<span className="num">{t("tasks.until", { moment: dateTime(task.due_at) })}</span>
				)}
			</span>
		</li>
	);
}

/** What is to be done for the participants of one’s association, soonest first; nothing where nothing is. */
export function Waiting() {
	const { t } = useTranslation("training");
	const tasks = useQuery(tasksQuery);
	if (tasks.isError) return <ProblemPanel error={tasks.error} onRetry={tasks.refetch} />;
	if (!tasks.data?.length) return null;
	return (
		<div className={css.waiting}>
			<Card title={t("tasks.title")}>
				<ul className={css.tasks}>
					{tasks.data.map((task) => (
						<Task key={`${task.kind} ${task.id} ${task.enrolment_id} ${task.round}`} task={task} />
					))}
				</ul>
			</Card>
		</div>
	);
}
