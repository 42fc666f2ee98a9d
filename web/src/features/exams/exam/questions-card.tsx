import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Cohort, Exam } from "@/api/gen/types.gen.ts";
import { updateExam } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Card } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { courseQuestionsQuery, examQuery, KEY } from "../queries.ts";
import { useWords } from "../use-words.ts";
import { Chosen } from "./chosen.tsx";
import css from "./exam.module.css";
import { Picker } from "./picker.tsx";

/** The questions of a test: chosen from the bank while it is a draft, fixed once it is published. */
export function QuestionsCard({ exam, cohort }: { exam: Exam; cohort: Cohort }) {
	const { t } = useTranslation(["exams", "common"]);
	const { text } = useFormat();
	const words = useWords();
	const queryClient = useQueryClient();
	const action = useAction();
	const [wanted, setWanted] = useState<string[]>();
	const bank = useQuery(courseQuestionsQuery(cohort.course_id));
	const { question_ids: ids } = exam;
	const draft = exam.status === "draft" && exam.editable;
	const change = (question_ids: string[], from: number | "*" = exam.version) => {
		setWanted(question_ids);
		void action.run(async () => {
			const { data } = await updateExam({
				path: { id: exam.id },
				headers: ifMatch(from),
				body: { question_ids },
				throwOnError: true,
			});
			queryClient.setQueryData(examQuery(exam.id).queryKey, data);
		});
	};
	const reread = async () => {
		action.clear();
		await queryClient.invalidateQueries({ queryKey: KEY });
	};
	if (bank.isPending) return <Loading lines={4} />;
	if (bank.isError) return <Failed error={bank.error} onRetry={() => void bank.refetch()} />;
	const total = ids.reduce((sum, id) => sum + (bank.data.get(id)?.points ?? 0), 0);
	return (
		<Card title={t("chosen.title")}>
			{action.failed && !isStale(action.error) && <ProblemPanel error={action.error} />}
			<p className="quiet">{t(draft ? "chosen.lead" : "chosen.fixed")}</p>
			{ids.length > 0 && (
				<p>{t("chosen.count", { count: ids.length, points: words.points(total) })}</p>
			)}
			{draft ? (
				<>
					<Chosen ids={ids} bank={bank.data} busy={action.busy} onChange={change} />
					<Picker
						course={cohort.course_id}
						cohort={cohort.id}
						bank={bank.data}
						chosen={ids}
						busy={action.busy}
						onAdd={(more) => change([...ids, ...more])}
					/>
				</>
			) : (
				<ol className={css.fixed}>
					{ids.map((id) => (
						<li key={id}>
							<Link to="/questions/$id" params={{ id }} search={{ cohort: cohort.id }}>
								<bdi>{text(bank.data.get(id)?.text) || t("chosen.unread")}</bdi>
							</Link>
						</li>
					))}
				</ol>
			)}
			{isStale(action.error) && wanted && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => change(wanted, "*")}
					onTakeTheirs={() => void reread().then(() => say(t("common:conflict.taken")))}
					onClose={() => void reread()}
				/>
			)}
		</Card>
	);
}
