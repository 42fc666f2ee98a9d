import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Application, FollowUp, FollowUpAnswer } from "@/api/gen/types.gen.ts";
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
import { fromAnswers, placeOf, toAnswers, unanswered } from "./answers.ts";
import { Given } from "./given.tsx";
import { followUpQuery, seatQuery } from "./queries.ts";
import { QuestionField } from "./question-field.tsx";

/** Until when the seat is kept for this association, or its answers may be changed. */
function Due({ due, confirmed }: { due: string; confirmed: boolean }) {
	const { t } = useTranslation("applications");
	const { locale, dateTime } = useFormat();
	const rest = left(locale, due, useNow());
	return (
		<p>
			{t(
				confirmed ? (rest ? "seat.change" : "seat.changeOver") : rest ? "seat.due" : "seat.dueOver",
				{
					time: dateTime(due),
				},
			)}{" "}
			{rest && <b className="num">{t("left", { left: rest })}</b>}
		</p>
	);
}

interface QuestionsProps {
	application: Application;
	asked: FollowUp | null;
	given: readonly FollowUpAnswer[];
}

function Questions({ application, asked, given }: QuestionsProps) {
	const { t } = useTranslation(["applications", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const { id, status } = application;
	const kept = useKept(`answers:${id}`, () => fromAnswers(given));
	const typed = kept.value;
	const questions = asked?.questions ?? [];
	const none = Object.fromEntries(
		unanswered(questions, typed).map((code) => [code, "required" as const]),
	);
	const {
		form,
		count,
		said: words,
		check,
	} = useFaults<"required">(action, () => t("common:field.required"), none);
	const answers = toAnswers(questions, typed);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!check(none)) return;
		void action.run(async () => {
			await confirmSeat({ path: { id }, body: { answers }, throwOnError: true });
			kept.reset(typed);
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

/** The association takes its seat and answers what it is asked, until the seats are to be taken; then it reads its answers. */
export function ConfirmCard({ application }: { application: Application }) {
	const { t } = useTranslation("applications");
	const now = useNow();
	const found = useQuery({ ...followUpQuery(application.event_id), staleTime: 0 });
	const seat = useQuery({ ...seatQuery(application.id), staleTime: 0 });
	const failed = [found, seat].find((one) => one.isError);
	if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />;
	if (found.data === undefined || !seat.data) return <Loading lines={2} />;
	const questions = found.data?.questions ?? [];
	const { answers } = seat.data;
	const due = found.data?.due_at;
	const over = !!due && Date.parse(due) <= now;
	const confirmed = application.status === "confirmed";
	// Taken, and nothing to answer: where the application stands says it already.
	if (confirmed && questions.length === 0) return null;
	return (
		<Card title={t(confirmed ? "seat.yours" : "seat.take")}>
			{due && <Due due={due} confirmed={confirmed} />}
			{over ? (
				<Given questions={questions} answers={answers} />
			) : (
				<Questions application={application} asked={found.data} given={answers} />
			)}
		</Card>
	);
}
