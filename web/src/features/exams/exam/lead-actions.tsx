import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Exam } from "@/api/gen/types.gen.ts";
import { deleteExam, publishExam } from "@/api/gen/workshop-sdk.gen.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { ExamDialog } from "../cohort/exam-dialog.tsx";
import { KEY } from "../queries.ts";

type Asked = "publish" | "change" | "delete";

/** What can be done with a test by those who run or teach the cohort. */
export function LeadActions({ exam }: { exam: Exam }) {
	const { t } = useTranslation(["exams", "common"]);
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const [asked, setAsked] = useState<Asked>();
	const { id, cohort_id } = exam;
	const draft = exam.status === "draft";
	const close = () => {
		action.clear();
		setAsked(undefined);
	};
	const publish = () =>
		void action.run(async () => {
			await publishExam({ path: { id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: KEY });
			say(t("publish.done"));
			setAsked(undefined);
		});
	const remove = () =>
		void action.run(async () => {
			await deleteExam({ path: { id }, throwOnError: true });
			say(t("remove.done"));
			await navigate({ to: "/cohorts/$id/exams", params: { id: cohort_id }, replace: true });
			queryClient.removeQueries({ queryKey: [...KEY, "one", id] });
		});
	return (
		<>
			{draft && (
				<Button variant="primary" onPress={() => setAsked("publish")}>
					{t("publish.title")}
				</Button>
			)}
			<Button onPress={() => setAsked("change")}>
				{t(draft ? "common:action.edit" : "exam.putOff")}
			</Button>
			{draft && (
				<Button variant="quiet" onPress={() => setAsked("delete")}>
					{t("common:action.remove")}
				</Button>
			)}
			{asked === "publish" && (
				<Dialog title={t("publish.sure")} isOpen onClose={close} role="alertdialog">
					<Form action={action} onSubmit={publish}>
						<p>{t("publish.lead", { count: exam.questions })}</p>
						<SubmitOrCancel isPending={action.busy} onCancel={close}>
							{t("publish.title")}
						</SubmitOrCancel>
					</Form>
				</Dialog>
			)}
			{asked === "delete" && (
				<ConfirmDialog
					title={t("remove.sure")}
					action={action}
					confirm={t("common:action.remove")}
					onConfirm={remove}
					onClose={close}
				>
					<p>{t("remove.lead")}</p>
				</ConfirmDialog>
			)}
			{asked === "change" && (
				<ExamDialog
					cohort={cohort_id}
					exam={exam}
					kinds={[exam.kind]}
					onClose={close}
					onDone={close}
				/>
			)}
		</>
	);
}
