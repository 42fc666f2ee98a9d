import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BankQuestion, QuestionInput } from "@/api/gen/types.gen.ts";
import { archiveQuestion, updateQuestion } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { EditorConflict } from "@/ui/editor-conflict.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { ReadPage } from "@/ui/read-page.tsx";
import { NoRight } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useChange } from "@/ui/use-editor.ts";
import { BANK, questionQuery } from "../queries.ts";
import { QuestionForm } from "./question-form.tsx";
import { ReadQuestion } from "./read-question.tsx";
import { fromQuestion } from "./values.ts";

function Editor({ question }: { question: BankQuestion }) {
	const { t } = useTranslation("exams");
	const { id } = question;
	const navigate = useNavigate();
	const bank = { to: "/questions", search: { course: question.course_id } } as const;
	const editor = useChange({
		name: `question:${id}`,
		start: () => fromQuestion(question),
		from: question.version,
		write: (body: QuestionInput, headers) =>
			updateQuestion({ path: { id }, headers, body, throwOnError: true }),
		reads: BANK,
		saved: t("question.saved"),
		leave: () => navigate(bank),
	});
	return (
		<>
			<QuestionForm editor={editor} cancel={bank} />
			<EditorConflict editor={editor} />
		</>
	);
}

function Archive({ id }: { id: string }) {
	const { t } = useTranslation("exams");
	const queryClient = useQueryClient();
	const action = useAction();
	const [asked, setAsked] = useState(false);
	const archive = () =>
		void action.run(async () => {
			await archiveQuestion({ path: { id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: BANK });
			say(t("archive.done"));
			setAsked(false);
		});
	return (
		<>
			<Button onPress={() => setAsked(true)}>{t("archive.title")}</Button>
			{asked && (
				<ConfirmDialog
					title={t("archive.sure")}
					action={action}
					confirm={t("archive.title")}
					onConfirm={archive}
					onClose={() => setAsked(false)}
				>
					<p>{t("archive.lead")}</p>
				</ConfirmDialog>
			)}
		</>
	);
}

/** One question: changed by whoever wrote it, read by the others who make tests. */
export function QuestionPage() {
	const { t } = useTranslation("exams");
	const { id } = useParams({ from: "/questions/$id" });
	const user = useUser();
	const allowed = can(user, "get_question");
	const found = useQuery({ ...questionQuery(id), enabled: allowed });
	if (!allowed) return <NoRight />;
	return (
		<ReadPage found={found}>
			{({ data: question }) => (
				<Narrow>
					<PageHead
						title={t(question.editable ? "question.edit" : "question.one")}
						lead={question.editable ? t("question.editLead") : undefined}
						above={
							<Link to="/questions" search={{ course: question.course_id }}>
								<ChevronBack size={16} />
								{t("bank.title")}
							</Link>
						}
						actions={question.editable && can(user, "archive_question") && <Archive id={id} />}
					/>
					{question.editable ? (
						<Editor key={id} question={question} />
					) : (
						<ReadQuestion question={question} />
					)}
				</Narrow>
			)}
		</ReadPage>
	);
}
