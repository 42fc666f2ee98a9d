import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Submission } from "@/api/gen/types.gen.ts";
import {
	acceptSubmission,
	assessSubmission,
	refuseSubmission,
	returnSubmission,
} from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { useKept } from "@/ui/use-kept.ts";
import { ALL } from "../queries.ts";
import { LevelsFields } from "../rubric/levels-fields.tsx";
import { chosenOf, differs, lacking, sentLevels } from "../rubric/score.ts";

/** What a trainer does with work; the assessment alone can be kept at any time. */
type Way = "accept" | "return" | "refuse" | "assess";

const startOf = ({ version, levels }: Submission) => ({
	from: version,
	levels: chosenOf(levels),
	words: "",
});

/** Assesses work by its rubric and decides on it. */
export function Judge({ work }: { work: Submission }) {
	const { t } = useTranslation(["assignments", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const { id, rubric } = work;
	const kept = useKept(`submission:${id}`, () => startOf(work));
	const { levels, words, from } = kept.value;
	const { form, said, check } = useFaults<"choose" | "reason">(action, (fault) =>
		t(fault === "choose" ? "rubric.choose" : "judge.needsReason"),
	);
	const [refusing, setRefusing] = useState(false);
	const open = work.status === "handed_in" || work.status === "returned";
	const path = { id };
	const assess = async (version: number | "*") => {
		const { data } = await assessSubmission({
			path,
			headers: ifMatch(version),
			body: { levels: sentLevels(rubric.criteria, levels) },
			throwOnError: true,
		});
		kept.set({ from: data.version, levels, words });
		return data;
	};
	const step = async (way: Way, version: number | "*"): Promise<Submission> => {
		if (way === "assess") return assess(version);
		if (way === "accept") {
			const body = {
				levels: sentLevels(rubric.criteria, levels),
				words: words.trim() || null,
			};
			return (await acceptSubmission({ path, body, throwOnError: true })).data;
		}
		// What was assessed so far goes along with the decision.
		if (differs(rubric, work.levels, levels)) await assess(version);
		const sent = { path, body: { reason: words.trim() }, throwOnError: true as const };
		return (await (way === "return" ? returnSubmission(sent) : refuseSubmission(sent))).data;
	};
	const [tried, setTried] = useState<Way>("assess");
	const run = (way: Way, version: number | "*" = from) => {
		setTried(way);
		void action.run(async () => {
			const next = await step(way, version);
			kept.reset(startOf(next));
			setRefusing(false);
			say(t(`judge.done.${way}`));
			await queryClient.invalidateQueries({ queryKey: ALL });
		});
	};
	const act = (way: Way) => {
		const missing = way === "accept" ? lacking(rubric.criteria, levels) : [];
		const faults: Record<string, "choose" | "reason"> = {};
		for (const one of missing) faults[one] = "choose";
		if ((way === "return" || way === "refuse") && !words.trim()) faults["/reason"] = "reason";
		if (!check(faults)) return;
		if (way === "refuse") setRefusing(true);
		else run(way);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		act(open ? "accept" : "assess");
	};
	const stale = isStale(action.error);
	return (
		<form ref={form} onSubmit={submit} noValidate aria-label={t("judge.title")}>
			<Card title={t("judge.title")}>
				<Stack>
					{kept.restored && <Resumed onRestart={() => kept.reset(startOf(work))} />}
					{action.failed && !refusing && <ProblemPanel error={action.error} />}
					{work.status === "returned" && <Notice tone="info" title={t("judge.waits")} />}
					<LevelsFields
						rubric={rubric}
						chosen={levels}
						onChange={(chosen) => kept.set({ ...kept.value, levels: chosen })}
						missing={rubric.criteria
							.map((one) => one.id)
							.filter((one) => said[one] && lacking(rubric.criteria, levels).includes(one))}
					/>
					{open && (
						<TextField
							label={t("judge.words")}
							hint={t("judge.wordsHint")}
							dir="auto"
							multiline
							value={words}
							onChange={(typed) => kept.set({ ...kept.value, words: typed })}
							error={said["/reason"] ?? said["/words"]}
						/>
					)}
					<Actions>
						{open && (
							<>
								<Button type="submit" variant="primary" isPending={action.busy}>
									{t("judge.accept")}
								</Button>
								{work.status === "handed_in" && (
									<Button isPending={action.busy} onPress={() => act("return")}>
										{t("judge.return")}
									</Button>
								)}
								<Button isPending={action.busy} onPress={() => act("assess")}>
									{t("judge.assess")}
								</Button>
								<Button variant="danger" isPending={action.busy} onPress={() => act("refuse")}>
									{t("judge.refuse")}
								</Button>
							</>
						)}
						{!open && (
							<Button type="submit" variant="primary" isPending={action.busy}>
								{t("judge.correct")}
							</Button>
						)}
					</Actions>
				</Stack>
			</Card>
			{refusing && !stale && (
				<ConfirmDialog
					title={t("judge.refuseTitle")}
					action={action}
					confirm={t("judge.refuse")}
					onConfirm={() => run("refuse")}
					onClose={() => setRefusing(false)}
				>
					<p>{t("judge.refuseLead", { name: work.participant_name })}</p>
				</ConfirmDialog>
			)}
			{stale && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => run(tried, "*")}
					onTakeTheirs={() => {
						action.clear();
						setRefusing(false);
						localStorage.removeItem(`submission:${id}`);
						say(t("common:conflict.taken"));
						void queryClient.invalidateQueries({ queryKey: ALL });
					}}
					onClose={action.clear}
				/>
			)}
		</form>
	);
}
