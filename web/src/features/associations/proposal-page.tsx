import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { decideProposal, getProposal } from "@/api/gen/sdk.gen.ts";
import type { Proposal } from "@/api/gen/types.gen.ts";
import { isTaken } from "@/api/problem.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./associations.module.css";
import { DifferencesTable } from "./differences-table.tsx";
import { ProposalBadge } from "./proposals.tsx";
import { associationKey } from "./queries.ts";
import { useFieldLabel } from "./use-field-label.ts";

interface Choice {
	accept: boolean;
	reason: string;
}

function Decided({ proposal }: { proposal: Proposal }) {
	const { t } = useTranslation("associations");
	const decisionOn = new Map(proposal.decisions.map((decision) => [decision.pointer, decision]));
	return (
		<DifferencesTable
			label={t("proposal.changed")}
			rows={proposal.differences}
			before={t("proposal.then")}
			after={t("proposal.after")}
			decide={{
				header: t("proposal.decision"),
				cell: ({ pointer }) => {
					const decision = decisionOn.get(pointer);
					if (!decision) return "—";
					return (
						<>
							<Badge tone={decision.accept ? "good" : "bad"}>
								{t(decision.accept ? "proposal.accept" : "proposal.refuse")}
							</Badge>
							{decision.reason && (
								<p>
									<bdi>{decision.reason}</bdi>
								</p>
							)}
						</>
					);
				},
			}}
		/>
	);
}

function Decision({ proposal }: { proposal: Proposal }) {
	const { t } = useTranslation("associations");
	const queryClient = useQueryClient();
	const labelOf = useFieldLabel();
	const action = useAction();
	const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
	const choiceOn = (pointer: string) => choices[pointer] ?? { accept: true, reason: "" };
	const set = (pointer: string, patch: Partial<Choice>) =>
		setChoices({ ...choices, [pointer]: { ...choiceOn(pointer), ...patch } });
	const decide = async () => {
		await decideProposal({
			path: { id: proposal.id },
			body: {
				decisions: proposal.differences.map(({ pointer }) => {
					const { accept, reason } = choiceOn(pointer);
					return { pointer, accept, reason: accept ? null : reason.trim() || null };
				}),
			},
			throwOnError: true,
		}).catch(async (failure: unknown) => {
			if (!isTaken(failure)) throw failure;
			await readAgain();
			say(t("proposal.decidedMeanwhile"));
			throw failure;
		});
		await readAgain();
		say(t("proposal.done"));
	};
	const readAgain = () =>
		Promise.all([
			queryClient.invalidateQueries({ queryKey: ["proposal", proposal.id] }),
			queryClient.invalidateQueries({ queryKey: ["review"] }),
			queryClient.invalidateQueries({ queryKey: associationKey(proposal.association_id) }),
		]);
	return (
		<Form action={action} onSubmit={() => void action.run(decide)}>
			<DifferencesTable
				label={t("proposal.changed")}
				rows={proposal.differences}
				before={t("proposal.before")}
				after={t("proposal.after")}
				decide={{
					header: t("proposal.decision"),
					cell: ({ pointer }) => {
						const choice = choiceOn(pointer);
						const index = proposal.differences.findIndex((one) => one.pointer === pointer);
						return (
							<div className={css.decision}>
								<NativeSelect
									label={t("proposal.decisionOn", { label: labelOf(pointer) })}
									hideLabel
									options={[
										{ id: "accept", label: t("proposal.accept") },
										{ id: "refuse", label: t("proposal.refuse") },
									]}
									value={choice.accept ? "accept" : "refuse"}
									onChange={(id) => set(pointer, { accept: id === "accept" })}
								/>
								{!choice.accept && (
									<TextField
										label={t("proposal.reason")}
										dir="auto"
										value={choice.reason}
										onChange={(reason) => set(pointer, { reason })}
										error={action.wrong[`/decisions/${index}/reason`]}
										isRequired
									/>
								)}
							</div>
						);
					},
				}}
			/>
			<Actions>
				<Button type="submit" variant="primary" isPending={action.busy}>
					{t("proposal.send")}
				</Button>
			</Actions>
		</Form>
	);
}

/** One proposal: what the file says, what is asked for, and a decision on each field. */
export function ProposalPage() {
	const { t } = useTranslation(["associations", "common"]);
	const { text, dateTime } = useFormat();
	const user = useUser();
	const { id } = useParams({ from: "/proposals/$id" });
	const found = useQuery({
		queryKey: ["proposal", id],
		queryFn: async ({ signal }) =>
			(await getProposal({ path: { id }, signal, throwOnError: true })).data,
	});
	if (found.isPending) return <Loading lines={4} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const proposal = found.data;
	const officer = can(user, "decide_proposal");
	return (
		<>
			<PageHead
				title={t("proposal.one")}
				lead={<bdi>{text(proposal.association_name)}</bdi>}
				beside={<ProposalBadge proposal={proposal} />}
				above={
					officer ? (
						<Link to="/proposals">
							<ChevronBack size={16} />
							{t("proposal.queue")}
						</Link>
					) : (
						<Link to="/desk">
							<ChevronBack size={16} />
							{t("common:nav.myFile")}
						</Link>
					)
				}
			/>
			<Stack>
				<Notice tone="info" title={t("proposal.asked", { at: dateTime(proposal.created_at) })}>
					{proposal.proposed_by && (
						<p>
							<bdi>{proposal.proposed_by}</bdi>
						</p>
					)}
					{proposal.note && (
						<p>
							<bdi>{proposal.note}</bdi>
						</p>
					)}
				</Notice>
				{proposal.decided_at && (
					<Notice tone="info" title={t("proposal.decided", { at: dateTime(proposal.decided_at) })}>
						{proposal.decided_by && (
							<p>
								<bdi>{proposal.decided_by}</bdi>
							</p>
						)}
					</Notice>
				)}
				{officer && !proposal.decided_at ? (
					<Decision proposal={proposal} />
				) : (
					<Decided proposal={proposal} />
				)}
			</Stack>
		</>
	);
}
