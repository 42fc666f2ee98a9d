import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourseEvaluation, EvaluationRound, ProjectTool } from "@/api/gen/types.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { blank, missing, type Typed, toSend } from "./answer.ts";
import { CourseUse, Judgement } from "./questions.tsx";

// Fetched with the first question, so that the page of a letter opens quickly.
const HandIn = lazy(() => import("./hand-in.tsx").then((part) => ({ default: part.HandIn })));

interface Props {
	round: EvaluationRound;
	/** The tools of the course, in its order. */
	tools: readonly ProjectTool[];
	send: (body: CourseEvaluation) => Promise<unknown>;
}

/** The questions of a round. What was answered stays here until the server has it, and is asked about once before it goes. */
export function AnswerForm({ round, tools, send }: Props) {
	const { t } = useTranslation(["evaluations", "common"]);
	const action = useAction();
	const [typed, setTyped] = useState<Typed>(blank);
	const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
	const [asked, setAsked] = useState<CourseEvaluation>();
	const box = useRef<HTMLDivElement>(null);
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		if (attempt === 0 && !action.failed) return;
		box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	}, [action.failed, attempt]);
	const set = (patch: Partial<Typed>) => {
		const next = { ...typed, ...patch };
		setTyped(next);
		// What has been answered is no longer said to be missing.
		const still = missing(next, round, tools);
		setOpen(new Set([...open].filter((one) => still.has(one))));
	};
	const submit = () => {
		action.clear();
		setOpen(missing(typed, round, tools));
		setAttempt(attempt + 1);
		setAsked(toSend(typed, round, tools));
	};
	const handIn = (body: CourseEvaluation) => {
		setAsked(undefined);
		void action.run(() => send(body));
	};
	return (
		<div ref={box}>
			<Form action={action} onSubmit={submit}>
				{open.size > 0 && (
					<Notice tone="bad" title={t("common:problem.fields", { count: open.size })} alert />
				)}
				{round === "end" ? (
					<Judgement typed={typed} set={set} missing={open} />
				) : (
					<CourseUse typed={typed} set={set} missing={open} tools={tools} wrong={action.wrong} />
				)}
				<TextField
					label={t("form.comment")}
					note={t("common:state.optional")}
					hint={t("form.nameless")}
					dir="auto"
					value={typed.comment}
					onChange={(comment) => set({ comment })}
					error={action.wrong["/comment"]}
					multiline
				/>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("form.handIn")}
					</Button>
				</Actions>
			</Form>
			{asked && (
				<Suspense>
					<HandIn onConfirm={() => handIn(asked)} onClose={() => setAsked(undefined)} />
				</Suspense>
			)}
		</div>
	);
}
