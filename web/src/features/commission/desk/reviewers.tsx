import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { EventReviewer } from "@/api/gen/types.gen.ts";
import { listReviewerCandidates, putReviewer, removeReviewer } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { usePoints } from "@/reference/use-points.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Finder } from "@/ui/finder.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { commissionKey } from "../queries.ts";
import { AtMostDialog } from "./at-most-dialog.tsx";
import { leaning } from "./calibration.ts";
import css from "./desk.module.css";
import { reviewersQuery } from "./queries.ts";

/** How somebody compares with the others, in words. */
function useCalibrationWords() {
	const { t } = useTranslation("commission");
	const points = usePoints();
	return ({ calibration }: EventReviewer) =>
		t(`reviewers.leaning.${leaning(calibration)}`, {
			points: points(Math.abs(calibration.difference ?? 0)) ?? "",
			count: calibration.compared,
		});
}

/** What somebody who is no reviewer yet starts from. */
const NEW = 0;

type Asked = { reviewer: EventReviewer; what: "most" | "remove" };

/** Who reviews, what they have to do and how they compare; the organisers add and take away. */
export function Reviewers({ event, writes }: { event: string; writes: boolean }) {
	const { t } = useTranslation(["commission", "common"]);
	const { text, locale } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const list = useQuery({ ...reviewersQuery(event), staleTime: 0 });
	const told = useCalibrationWords();
	const [asked, setAsked] = useState<Asked>();
	const close = () => setAsked(undefined);
	const change = (work: () => Promise<unknown>, word: string) =>
		void action.run(async () => {
			await work();
			await queryClient.invalidateQueries({ queryKey: commissionKey(event) });
			say(word);
			close();
		});
	const path = (person: string) => ({ id: event, person_id: person });
	const address = `${location.origin}/${locale}/my-reviews/conflicts/${event}`;
	const copy = async () => {
		await navigator.clipboard.writeText(address);
		say(t("common:action.copied"));
	};
	return (
		<Card title={t("reviewers.title")}>
			{action.failed && !asked && <ProblemPanel error={action.error} />}
			<ListTable
				list={list}
				none={<p className="quiet">{t("reviewers.none")}</p>}
				label={t("reviewers.title")}
				rowKey={(row) => row.person_id}
				columns={[
					{ id: "name", header: t("reviewers.name"), cell: (row) => <bdi>{row.name}</bdi> },
					{
						id: "load",
						header: t("reviewers.load"),
						cell: (row) =>
							row.at_most == null
								? t("reviewers.loadOf", { count: row.assigned })
								: t("reviewers.loadAtMost", { assigned: row.assigned, most: row.at_most }),
					},
					{
						id: "scored",
						header: t("reviewers.scored"),
						cell: (row) => t("reviewers.scoredOf", { scored: row.scored, assigned: row.assigned }),
					},
					{
						id: "declined",
						header: t("reviewers.declined"),
						cell: (row) =>
							t("reviewers.declinedAs", {
								conflicts: row.conflicts,
								abstained: row.abstained,
								declared: row.declared_conflicts,
							}),
					},
					{
						id: "calibration",
						header: t("reviewers.calibration"),
						wide: true,
						cell: (row) => told(row),
					},
					...(writes
						? [
								{
									id: "actions",
									header: t("reviewers.actions"),
									bare: true,
									cell: (row: EventReviewer) => (
										<Row>
											<Button
												small
												aria-label={t("reviewers.atMostOf", { name: row.name })}
												onPress={() => {
													action.clear();
													setAsked({ reviewer: row, what: "most" });
												}}
											>
												{t("reviewers.atMost")}
											</Button>
											<Button
												small
												variant="quiet"
												aria-label={t("reviewers.removeOf", { name: row.name })}
												onPress={() => {
													action.clear();
													setAsked({ reviewer: row, what: "remove" });
												}}
											>
												{t("reviewers.remove")}
											</Button>
										</Row>
									),
								},
							]
						: []),
				]}
			/>
			{writes && (
				<>
					<Finder
						label={t("reviewers.find")}
						hint={t("reviewers.findHint")}
						of={[...commissionKey(event), "candidates"]}
						without={new Set((list.data ?? []).map((row) => row.person_id))}
						addLabel={(name) => t("reviewers.addOf", { name })}
						isPending={action.busy}
						search={async (words, signal) =>
							(
								await listReviewerCandidates({
									path: { id: event },
									query: { q: words, limit: 10 },
									signal,
									throwOnError: true,
								})
							).data.items.map((row) => ({
								id: row.person_id,
								name: row.name,
								note: `${t(`common:role.${row.role}`)} · ${text(row.body_name)}`,
							}))
						}
						onAdd={({ id }) =>
							change(
								() =>
									putReviewer({
										path: path(id),
										headers: ifMatch(NEW),
										body: {},
										throwOnError: true,
									}),
								t("reviewers.added"),
							)
						}
					/>
					<div>
						<p className="quiet">{t("reviewers.declareLead")}</p>
						<p className={css.most}>
							<code className={css.address} dir="ltr">
								{address}
							</code>
							<Button small onPress={() => void copy()}>
								{t("common:action.copy")}
							</Button>
						</p>
					</div>
				</>
			)}
			{asked?.what === "most" && (
				<AtMostDialog
					reviewer={asked.reviewer}
					action={action}
					onClose={() => {
						close();
						void list.refetch();
					}}
					onSave={(most, from) =>
						change(
							() =>
								putReviewer({
									path: path(asked.reviewer.person_id),
									headers: ifMatch(from),
									body: { at_most: most },
									throwOnError: true,
								}),
							t("reviewers.changed"),
						)
					}
				/>
			)}
			{asked?.what === "remove" && (
				<ConfirmDialog
					title={t("reviewers.removeOf", { name: asked.reviewer.name })}
					action={action}
					confirm={t("reviewers.remove")}
					onClose={close}
					onConfirm={() =>
						change(
							() => removeReviewer({ path: path(asked.reviewer.person_id), throwOnError: true }),
							t("reviewers.removed"),
						)
					}
				>
					<p>{t("reviewers.removeLead")}</p>
				</ConfirmDialog>
			)}
		</Card>
	);
}
