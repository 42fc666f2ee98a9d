import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Conflicts } from "@/api/gen/types.gen.ts";
import { putOwnConflicts } from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem, isStale } from "@/api/problem.ts";
import { type Tagged, tagged } from "@/api/tagged.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Card, Narrow, PageHead } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { Empty, FailedPage, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { AssociationsField, type NamesById } from "../associations-field.tsx";
import { conflictsQuery, eventNameQuery } from "./queries.ts";

const startOf = ({ data, etag }: Tagged<Conflicts>) => ({
	from: etag,
	chosen: data.association_ids,
	/** Names of those added here; of others the server is asked. */
	names: {} as NamesById,
});

function Editor({ event, found }: { event: string; found: Tagged<Conflicts> }) {
	const { t } = useTranslation(["applications", "common"]);
	const { dateTime } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const kept = useKept(`conflicts:${event}`, () => startOf(found));
	const { chosen, names, from } = kept.value;
	const finish = async (saved: Tagged<Conflicts>) => {
		kept.reset({ ...startOf(saved), names });
		queryClient.setQueryData(conflictsQuery(event).queryKey, saved);
		await queryClient.invalidateQueries({
			predicate: ({ queryKey: [first, second] }) => first === "reviews" && second !== "conflicts",
		});
	};
	const save = (over: string | null) =>
		void action.run(async () => {
			const saved = await tagged(
				putOwnConflicts({
					path: { id: event },
					headers: ifMatch(over),
					body: { association_ids: chosen },
					throwOnError: true,
				}),
			);
			await finish(saved);
			say(t("review.interestsSaved"));
		});
	const takeTheirs = async () => {
		const theirs = await queryClient.fetchQuery({ ...conflictsQuery(event), staleTime: 0 });
		await finish(theirs);
		action.clear();
		say(t("common:conflict.taken"));
	};
	return (
		<>
			{kept.restored && <Resumed onRestart={() => kept.reset(startOf(found))} />}
			{action.failed && <ProblemPanel error={action.error} />}
			<Card title={t("review.declared")}>
				{found.data.declared_at && (
					<p className="quiet">
						{t("review.declaredOn", { time: dateTime(found.data.declared_at) })}
					</p>
				)}
				{chosen.length === 0 && (
					<p className="quiet">
						{t("review.noInterests")} {t("review.declareNone")}
					</p>
				)}
				<AssociationsField
					listLabel={t("review.declared")}
					findLabel={t("review.findAssociation")}
					ids={chosen}
					names={names}
					onChange={(ids, known) => kept.set({ ...kept.value, chosen: ids, names: known })}
				/>
				<Actions>
					<Button variant="primary" isPending={action.busy} onPress={() => save(from)}>
						{t("common:action.save")}
					</Button>
				</Actions>
			</Card>
			{isStale(action.error) && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => save("*")}
					onTakeTheirs={() => void takeTheirs()}
					onClose={action.clear}
				/>
			)}
		</>
	);
}

/** The associations a reviewer has an interest in: they are given no application of theirs. */
export function ConflictsPage() {
	const { t } = useTranslation("applications");
	const { text } = useFormat();
	const { event } = useParams({ from: "/my-reviews/conflicts/$event" });
	const found = useQuery({ ...conflictsQuery(event), staleTime: 0 });
	const name = useQuery(eventNameQuery(event));
	const above = (
		<Link to="/my-reviews">
			<ChevronBack size={16} />
			{t("review.own")}
		</Link>
	);
	if (isProblem(found.error) && found.error.status === 404)
		return (
			<Narrow>
				<PageHead title={t("review.interests")} lead={<bdi>{text(name.data)}</bdi>} above={above} />
				<Empty title={t("review.notReviewer")}>
					<p>{t("review.notReviewerLead")}</p>
				</Empty>
			</Narrow>
		);
	const failed = [found, name].find((one) => one.isError);
	if (failed) return <FailedPage error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!found.data || !name.data) return <Loading lines={6} />;
	return (
		<Narrow>
			<PageHead
				title={t("review.interests")}
				lead={
					<>
						<bdi>{text(name.data)}</bdi>
						<br />
						{t("review.interestsLead")}
					</>
				}
				above={above}
			/>
			<Editor event={event} found={found.data} />
		</Narrow>
	);
}
