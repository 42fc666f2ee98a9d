import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Review } from "@/api/gen/types.gen.ts";
import { scoreReview } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { type Tagged, tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { usePoints } from "@/reference/use-points.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { Total } from "@/ui/total.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { useKept } from "@/ui/use-kept.ts";
import { CriterionField } from "./criterion.tsx";
import { DeclineDialog } from "./decline-dialog.tsx";
import { reviewKey } from "./queries.ts";
import { lacking, sentPoints, totalOf, typedOf } from "./score.ts";

interface Props {
	found: Tagged<Review>;
	/** The other version was chosen: begin again with it. */
	onReadAgain: () => void;
}

const startOf = ({ data, etag }: Tagged<Review>) => ({ from: etag, ...typedOf(data) });

/** The points of one review, criterion by criterion, with what they come to. */
export function ScoreForm({ found, onReadAgain }: Props) {
	const { t } = useTranslation(["applications", "common"]);
	const { number } = useFormat();
	const told = usePoints();
	const queryClient = useQueryClient();
	const action = useAction();
	const review = found.data;
	const { id, criteria } = review;
	const key = `review:${id}`;
	const kept = useKept(key, () => startOf(found));
	const { points, remark } = kept.value;
	const { form, said, check } = useFaults<"choose">(action, () => t("review.choose"));
	const [declining, setDeclining] = useState(false);
	const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
	const total = totalOf(criteria, points);
	/** Those that were asked for and are still without points. */
	const missing = lacking(criteria, points).filter((code) => said[code]);
	const wrong = missing.length;
	const write = (from: string | null) =>
		void action.run(async () => {
			const saved = await tagged(
				scoreReview({
					path: { id },
					headers: ifMatch(from),
					body: { points: sentPoints(criteria, points), remark: remark.trim() || null },
					throwOnError: true,
				}),
			);
			kept.reset(startOf(saved));
			queryClient.setQueryData(reviewKey(id), saved);
			say(t("review.saved"));
			await queryClient.invalidateQueries({
				predicate: ({ queryKey: [first, second] }) => first === "reviews" && second !== "one",
			});
		});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const none = lacking(criteria, points).map((code) => [code, "choose" as const]);
		if (check(Object.fromEntries(none))) write(kept.value.from);
	};
	return (
		<form ref={form} onSubmit={submit} noValidate aria-label={t("review.form")}>
			<Card title={t("review.form")}>
				<Stack>
					{kept.restored && <Resumed onRestart={() => kept.reset(startOf(found))} />}
					{wrong > 0 && <Notice tone="bad" title={t("review.missing", { count: wrong })} alert />}
					{action.failed && <ProblemPanel error={action.error} />}
					<div>
						{criteria.map((criterion) => (
							<CriterionField
								key={criterion.code}
								criterion={criterion}
								share={criterion.weight / weights}
								value={points[criterion.code]}
								isDisabled={false}
								error={missing.includes(criterion.code) ? said[criterion.code] : undefined}
								onChange={(given) =>
									kept.set({ ...kept.value, points: { ...points, [criterion.code]: given } })
								}
							/>
						))}
					</div>
					<Total label={t("review.total")}>
						{total === undefined
							? t("review.noTotal")
							: t("review.of", { points: told(total) ?? "", most: number(10) })}
					</Total>
					<TextField
						label={t("review.remark")}
						note={t("common:state.optional")}
						hint={t("review.remarkHint")}
						dir="auto"
						multiline
						value={remark}
						onChange={(typed) => kept.set({ ...kept.value, remark: typed })}
						error={said["/remark"]}
					/>
					<Actions>
						<Button type="submit" variant="primary" isPending={action.busy}>
							{t("review.save")}
						</Button>
						<Button onPress={() => setDeclining(true)}>{t("review.decline")}</Button>
					</Actions>
				</Stack>
			</Card>
			{declining && (
				<DeclineDialog
					id={id}
					onDone={() => localStorage.removeItem(key)}
					onClose={() => setDeclining(false)}
				/>
			)}
			{isStale(action.error) && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => write("*")}
					onTakeTheirs={() => {
						localStorage.removeItem(key);
						say(t("common:conflict.taken"));
						void queryClient.invalidateQueries({ queryKey: ["reviews"] }).then(onReadAgain);
					}}
					onClose={action.clear}
				/>
			)}
		</form>
	);
}
