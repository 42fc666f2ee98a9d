import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useLocation, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExamAttempt } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { mayHaveSession } from "@/api/token.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { useOpensOffline } from "@/reference/device/offline.ts";
import { buttonClass } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Empty, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { attemptQuery } from "../queries.ts";
import css from "./attempt.module.css";
import { Countdown } from "./clock.tsx";
import { HandIn } from "./hand-in.tsx";
import { Question } from "./question.tsx";
import { Result } from "./result.tsx";
import type { Sitting } from "./sitting.ts";
import type { SittingState } from "./sitting-state.ts";
import { SyncLine, Told } from "./sync-line.tsx";
import { useSitting, useSittingState } from "./use-sitting.ts";

function Head({ attempt, current }: { attempt: ExamAttempt; current?: "exams" | undefined }) {
	const { t } = useTranslation("exams");
	return (
		<CohortHead
			title={t("attempt.title", {
				exam: t(`kind.${attempt.kind}`),
				name: attempt.participant_name,
			})}
			cohort={{ id: attempt.cohort_id, name: attempt.cohort_name }}
			current={current}
			actions={
				<Link to="/exams/$id" params={{ id: attempt.exam_id }} className={buttonClass("secondary")}>
					{t("attempt.exam")}
				</Link>
			}
		/>
	);
}

/** The time has run out: whether everything arrived is about to be known. */
function TimeOver({ state }: { state: SittingState }) {
	const { t } = useTranslation("exams");
	if (!state.over) return null;
	const count = Object.keys(state.unsent).length;
	return (
		<Notice tone="warn" title={t("over.title")} alert>
			<p>{count > 0 ? t("over.waiting", { count }) : t("over.asked")}</p>
		</Notice>
	);
}

/** Answers that came after the end, with what the server says of them. */
function Late({ state }: { state: SittingState }) {
	const { t } = useTranslation("exams");
	const { late, refusal } = state;
	if (late.length === 0) return null;
	return (
		<ProblemPanel error={refusal}>
			<p>{t("over.late", { count: late.length })}</p>
		</ProblemPanel>
	);
}

function UnderWay({ sitting, state, attempt }: Shown) {
	const opensOffline = useOpensOffline();
	const { questions } = attempt;
	return (
		<>
			<div className={css.bar}>
				<Countdown ends={state.ends} />
				<SyncLine sitting={sitting} state={state} />
			</div>
			<TimeOver state={state} />
			<Told state={state} opensOffline={opensOffline} />
			{questions.map((question, index) => (
				<Question
					key={question.id}
					sitting={sitting}
					state={state}
					question={question}
					number={index + 1}
					of={questions.length}
				/>
			))}
			<HandIn sitting={sitting} state={state} />
		</>
	);
}

interface Shown {
	sitting: Sitting;
	state: SittingState;
	attempt: ExamAttempt;
}

function Sat({ sitting }: { sitting: Sitting }) {
	const state = useSittingState(sitting);
	const { attempt, error, busy } = state;
	const refused = isProblem(error) && (error.status === 404 || error.status === 403);
	if (!attempt || refused) {
		if (error === undefined || (busy && !refused)) return <Loading lines={8} />;
		return <FailedPage error={error} onRetry={() => void sitting.sync()} />;
	}
	return (
		<Narrow>
			{/* Nothing leads away from a test that is being sat. */}
			<Head attempt={attempt} current={attempt.state === "under_way" ? undefined : "exams"} />
			<Stack>
				<Late state={state} />
				{attempt.state === "under_way" ? (
					<UnderWay sitting={sitting} state={state} attempt={attempt} />
				) : (
					<Result attempt={attempt} />
				)}
			</Stack>
		</Narrow>
	);
}

/** Somebody sits it, with a connection and without. */
function OwnAttempt({ id }: { id: string }) {
	const { t } = useTranslation("exams");
	const user = useUser();
	const [account, setAccount] = useState(user?.id ?? null);
	const sitting = useSitting(id, account);
	const whose = typeof sitting === "object" ? sitting.account : undefined;
	const isOther = !!user && sitting !== undefined && user.id !== whose;
	useEffect(() => {
		// The session came back after the page was opened without a connection: perhaps somebody else’s.
		if (isOther) setAccount(user.id);
	}, [isOther, user?.id]);
	if (sitting === undefined) return <Loading lines={8} />;
	if (sitting === "nobody") {
		return (
			<>
				<PageHead title={t("nobody.title")} />
				<Empty title={t("nobody.detail")} />
			</>
		);
	}
	return <Sat key={sitting.account} sitting={sitting} />;
}

/** Whoever teaches or runs the cohort reads it. */
function ReadAttempt({ id }: { id: string }) {
	const found = useQuery(attemptQuery(id));
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	return (
		<Narrow>
			<Head attempt={found.data} />
			<Stack>
				<Result attempt={found.data} />
			</Stack>
		</Narrow>
	);
}

/** One attempt at a test: sat by the association of the participant, read by those who teach. */
export function AttemptPage() {
	const { id } = useParams({ from: "/exam-attempts/$id" });
	const { href } = useLocation();
	const user = useUser();
	if (!user && !mayHaveSession()) return <Navigate to="/sign-in" search={{ next: href }} replace />;
	if (user && !can(user, "get_exam_attempt")) return <NoRight />;
	if (user && !can(user, "save_exam_answers")) return <ReadAttempt id={id} />;
	return <OwnAttempt id={id} />;
}
