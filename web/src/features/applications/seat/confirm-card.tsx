import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Application, FollowUp } from "@/api/gen/types.gen.ts";
import { confirmSeat } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { left } from "@/i18n/left.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { useKept } from "@/ui/use-kept.ts";
import { useNow } from "@/ui/use-now.ts";
import css from "../application.module.css";
import { type AnswersTyped, placeOf, toAnswers, unanswered } from "./answers.ts";
import { followUpQuery } from "./queries.ts";
import { QuestionField } from "./question-field.tsx";

/** Until when the seat is kept for this association. */
function Due({ due }: { due: string }) {
	const { t } = useTranslation("applications");
	const { locale, dateTime } = useFormat();
	const rest = left(locale, due, useNow());
	return (
		<p>
			{t(rest ? "seat.due" : "seat.dueOver", { time: dateTime(due) })}{" "}
			{rest && <b className="num">{t("left", { left: rest })}</b>}
		</p>
	);
}

function Questions({ application, asked }: { application: Application; asked: FollowUp | null }) {
	const { t } = useTranslation(["applications", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const { id, status } = application;
	// The server gives answers to the organisers alone: what was sent stays here to be changed.
	const kept = useKept(`answers:${id}`, (): AnswersTyped => ({}));
	const typed = kept.value;
	const questions = asked?.questions ?? [];
	const {
		form,
		count,
		said: words,
		check,
	} = useFaults<"required">(action, () => t("common:field.required"));
	const answers = toAnswers(questions, typed);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const none = unanswered(questions, typed).map((code) => [code, "required" as const]);
		if (!check(Object.fromEntries(none))) return;
		void action.run(async () => {
			await confirmSeat({ path: { id }, body: { answers }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["applications"] });
			say(t("seat.confirmed"));
		});
	};
	const said = (code: string) => words[code] ?? words[`/answers/${placeOf(answers, code)}/answer`];
	const confirmed = status === "confirmed";
	return (
		<form ref={form} className={css.short} onSubmit={submit} noValidate>
			<Stack>
				{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
				{action.failed && <ProblemPanel error={action.error} />}
				{questions.map((question) => (
					<QuestionField
						key={question.code}
						question={question}
						value={typed[question.code] ?? ""}
						onChange={(answer) => kept.set({ ...typed, [question.code]: answer })}
						error={said(question.code)}
					/>
				))}
				<Actions>
					<Button
						type="submit"
						variant={confirmed ? "secondary" : "primary"}
						isPending={action.busy}
					>
						{t(confirmed ? "seat.answerAgain" : "seat.confirm")}
					</Button>
				</Actions>
			</Stack>
		</form>
	);
}

/** The association takes its seat and answers what it is asked, until the seats are to be taken. */
export function ConfirmCard({ application }: { application: Application }) {
	const { t } = useTranslation("applications");
	const now = useNow();
	const found = useQuery({ ...followUpQuery(application.event_id), staleTime: 0 });
	if (found.isPending) return <Loading lines={2} />;
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	const due = found.data?.due_at;
	const over = !!due && Date.parse(due) <= now;
	// Taken, and nothing to answer: where the application stands says it already.
	if (application.status === "confirmed" && !found.data?.questions?.length) return null;
	return (
		<Card title={t(application.status === "confirmed" ? "seat.yours" : "seat.take")}>
			{due && <Due due={due} />}
			{!over && <Questions application={application} asked={found.data} />}
		</Card>
	);
}
