import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Exam, ExamAttemptSummary } from "@/api/gen/types.gen.ts";
import { beginExamAttempt } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { useAction } from "@/ui/use-action.ts";

interface Props {
	exam: Exam;
	row: ExamAttemptSummary;
	onClose: () => void;
}

/** The time begins with the test: so it is asked first, and told what a lost connection means. */
export function BeginDialog({ exam, row, onClose }: Props) {
	const { t } = useTranslation("exams");
	const { dateTime } = useFormat();
	const navigate = useNavigate();
	const action = useAction();
	const begin = () =>
		void action.run(async () => {
			const { data } = await beginExamAttempt({
				path: { id: exam.id },
				body: { enrolment_id: row.enrolment_id },
				throwOnError: true,
			});
			await navigate({ to: "/exam-attempts/$id", params: { id: data.id } });
		});
	return (
		<Dialog title={t("begin.title", { name: row.participant_name })} isOpen onClose={onClose}>
			<Form action={action} onSubmit={begin}>
				<ul>
					<li>
						{exam.minutes
							? t("begin.limit", { count: exam.minutes, at: dateTime(exam.closes_at) })
							: t("begin.noLimit", { at: dateTime(exam.closes_at) })}
					</li>
					<li>{t("begin.once")}</li>
					<li>{t("begin.saved")}</li>
				</ul>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("begin.now")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
