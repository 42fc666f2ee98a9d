import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { PeerReview } from "@/api/gen/types.gen.ts";
import { writePeerReview } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
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
import { chosenOf, lacking, sentLevels } from "../rubric/score.ts";

const startOf = ({ version, levels, words }: PeerReview) => ({
	from: version,
	levels: chosenOf(levels),
	words: words ?? "",
});

/** What a participant says of somebody else’s work: a level of each criterion, and words. */
export function ReviewForm({ review }: { review: PeerReview }) {
	const { t } = useTranslation(["assignments", "common"]);
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const { id, rubric } = review;
	const key = `peer-review:${id}`;
	const kept = useKept(key, () => startOf(review));
	const { levels, words, from } = kept.value;
	const { form, said, check } = useFaults<"choose">(action, () => t("rubric.choose"));
	const write = (version: number | "*") =>
		void action.run(async () => {
			const { data } = await writePeerReview({
				path: { id },
				headers: ifMatch(version),
				body: { levels: sentLevels(rubric.criteria, levels), words: words.trim() || null },
				throwOnError: true,
			});
			kept.reset(startOf(data));
			say(t("peer.saved"));
			await queryClient.invalidateQueries({ queryKey: ALL });
			await navigate({ to: "/peer-reviews" });
		});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const missing = lacking(rubric.criteria, levels);
		if (check(Object.fromEntries(missing.map((one) => [one, "choose" as const])))) write(from);
	};
	return (
		<form ref={form} onSubmit={submit} noValidate aria-label={t("peer.form")}>
			<Card title={t("peer.form")}>
				<Stack>
					{kept.restored && <Resumed onRestart={() => kept.reset(startOf(review))} />}
					{action.failed && <ProblemPanel error={action.error} />}
					<LevelsFields
						rubric={rubric}
						chosen={levels}
						onChange={(chosen) => kept.set({ ...kept.value, levels: chosen })}
						missing={lacking(rubric.criteria, levels).filter((one) => said[one])}
					/>
					<TextField
						label={t("peer.words")}
						note={t("common:state.optional")}
						hint={t("peer.wordsHint")}
						dir="auto"
						multiline
						value={words}
						onChange={(typed) => kept.set({ ...kept.value, words: typed })}
						error={action.wrong["/words"]}
					/>
					<Actions>
						<Button type="submit" variant="primary" isPending={action.busy}>
							{t(review.reviewed_at ? "peer.change" : "peer.save")}
						</Button>
					</Actions>
				</Stack>
			</Card>
			{isStale(action.error) && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => write("*")}
					onTakeTheirs={() => {
						action.clear();
						localStorage.removeItem(key);
						say(t("common:conflict.taken"));
						void queryClient.invalidateQueries({ queryKey: ALL });
					}}
					onClose={action.clear}
				/>
			)}
		</form>
	);
}
