import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { BankQuestion, QuestionInput } from "@/api/gen/types.gen.ts";
import { archiveQuestion, updateQuestion } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { BANK, questionQuery } from "../queries.ts";
import { QuestionForm } from "./question-form.tsx";
import { ReadQuestion } from "./read-question.tsx";
import { fromQuestion } from "./values.ts";

function Editor({ question }: { question: BankQuestion }) {
	const { t } = useTranslation(["exams", "common"]);
	const { id } = question;
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	/** The version that was typed over stays with what was typed. */
	const start = () => ({ from: question.version, typed: fromQuestion(question) });
	const kept = useKept(`question:${id}`, start);
	const [sent, setSent] = useState<QuestionInput>();
	const finish = async (said: string) => {
		kept.reset(start());
		await queryClient.invalidateQueries({ queryKey: BANK });
		say(said);
		await navigate({ to: "/questions", search: { course: question.course_id } });
	};
	const save = (body: QuestionInput, from: number | "*") => {
		setSent(body);
		void action.run(async () => {
			await updateQuestion({ path: { id }, headers: ifMatch(from), body, throwOnError: true });
			await finish(t("question.saved"));
		});
	};
	return (
		<>
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<QuestionForm
				typed={kept.value.typed}
				onChange={(typed) => kept.set({ from: kept.value.from, typed })}
				action={action}
				submit={t("common:action.save")}
				onSubmit={(input) => save(input, kept.value.from)}
				cancel={
					<Link
						to="/questions"
						search={{ course: question.course_id }}
						className={buttonClass("secondary")}
					>
						{t("common:action.cancel")}
					</Link>
				}
			/>
			{isStale(action.error) && sent && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => save(sent, "*")}
					onTakeTheirs={() => void finish(t("common:conflict.taken"))}
					onClose={action.clear}
				/>
			)}
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
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const question = found.data.data;
	return (
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
				<Editor key={question.version} question={question} />
			) : (
				<ReadQuestion question={question} />
			)}
		</Narrow>
	);
}
