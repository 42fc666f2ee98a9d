import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { StandCandidate, StandProposal } from "@/api/gen/types.gen.ts";
import { proposeStands, putStands } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Card, Fields, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import type { ReasonWords } from "../words/use-reason-words.ts";
import css from "./desk.module.css";

const KEEP = ["locked", "all"] as const;

interface Props {
	event: string;
	words: ReasonWords;
	candidates: readonly StandCandidate[];
	proposal: StandProposal | null;
	onProposal: (proposal: StandProposal | null) => void;
	onKept: () => Promise<unknown>;
}

/** What the machine would do and why, before anything is kept. */
function Preview(props: Props & { proposal: StandProposal }) {
	const { event, words, candidates, proposal, onProposal, onKept } = props;
	const { t } = useTranslation("plan");
	const { number } = useFormat();
	const action = useAction();
	const { allocations, unplaced, totals } = proposal.allocation;
	const before = new Map(candidates.map((one) => [one.application_id, one.stand]));
	// What the machine was told to leave is not locked by that.
	const locks = new Set(candidates.flatMap((one) => (one.locked ? one.application_id : [])));
	const accept = () =>
		void action.run(async () => {
			await putStands({
				path: { id: event },
				headers: ifMatch(proposal.version),
				body: {
					allocations: allocations.map(({ application, stand }) => ({
						application_id: application,
						stand,
						locked: locks.has(application),
					})),
				},
				throwOnError: true,
			});
			await onKept();
			onProposal(null);
			say(t("proposal.kept"));
		});
	return (
		<Stack>
			<Notice
				tone={unplaced.length > 0 ? "warn" : "good"}
				title={t("proposal.totals", {
					placed: totals.placed,
					applications: totals.applications,
					free: totals.free,
				})}
				alert
			>
				<p>{t("proposal.nothingYet")}</p>
			</Notice>
			{action.failed && <ProblemPanel error={action.error} />}
			<Actions>
				<Button variant="primary" isPending={action.busy} onPress={accept}>
					{t("proposal.accept")}
				</Button>
				<Button onPress={() => onProposal(null)}>{t("proposal.leave")}</Button>
			</Actions>
			{unplaced.length > 0 && (
				<DataTable
					label={t("proposal.unplaced")}
					rows={unplaced}
					rowKey={(row) => row.application}
					columns={[
						{
							id: "who",
							header: t("proposal.unplaced"),
							cell: (row) => <bdi>{words.applicant(row.application)}</bdi>,
						},
						{
							id: "why",
							header: t("proposal.why"),
							wide: true,
							cell: (row) => (
								<ul>
									{row.obstacles.map((obstacle) => (
										<li key={obstacle.code}>{words.obstacle(obstacle)}</li>
									))}
								</ul>
							),
						},
					]}
				/>
			)}
			<DataTable
				label={t("proposal.placed")}
				rows={allocations}
				rowKey={(row) => row.application}
				columns={[
					{
						id: "who",
						header: t("stands.who"),
						cell: (row) => <bdi>{words.applicant(row.application)}</bdi>,
					},
					{
						id: "stand",
						header: t("stands.number"),
						cell: (row) => (
							<>
								<bdi className="num">{row.stand}</bdi>
								{before.get(row.application) && before.get(row.application) !== row.stand && (
									<p className="quiet">
										{t("proposal.before", { name: before.get(row.application) ?? "" })}
									</p>
								)}
							</>
						),
					},
					{
						id: "why",
						header: t("proposal.why"),
						wide: true,
						cell: (row) => (
							<ul className={css.reasons}>
								{row.reasons.map((reason) => (
									<li key={`${reason.code} ${reason.about}`} data-sign={Math.sign(reason.points)}>
										{words.reason(reason)}
										{reason.points !== 0 && (
											<span className="num quiet" dir="ltr">
												{number(reason.points, { signDisplay: "exceptZero" })}
											</span>
										)}
									</li>
								))}
								{row.unmet.map((one) => (
									<li key={JSON.stringify(one.wish)} data-sign="-1">
										{words.unmet(one)}
									</li>
								))}
								{row.reasons.length + row.unmet.length === 0 && <li>{t("proposal.fits")}</li>}
							</ul>
						),
					},
				]}
			/>
		</Stack>
	);
}

/** The machine gives the stands out: asked here, looked at, and kept only when somebody says so. */
export function Proposal(props: Props) {
	const { event, proposal, onProposal } = props;
	const { t } = useTranslation("plan");
	const action = useAction();
	const [keep, setKeep] = useState<(typeof KEEP)[number]>("locked");
	const [closed, setClosed] = useState("");
	const [tolerance, setTolerance] = useState<number | null>(0);
	const propose = () =>
		void action.run(async () => {
			onProposal(null);
			const { data } = await proposeStands({
				path: { id: event },
				body: {
					keep,
					closed: closed.split(/[\s,،]+/).filter(Boolean),
					area_tolerance_percent: tolerance ?? 0,
				},
				throwOnError: true,
			});
			onProposal(data);
		});
	return (
		<Card title={t("proposal.title")}>
			<p className="quiet">{t("proposal.lead")}</p>
			<Form action={action} onSubmit={propose}>
				<Fields>
					<NativeSelect
						label={t("proposal.keep")}
						options={KEEP.map((id) => ({ id, label: t(`proposal.keepOf.${id}`) }))}
						value={keep}
						onChange={(id) => setKeep(id === "all" ? "all" : "locked")}
					/>
					<NumberField
						label={t("proposal.tolerance")}
						hint={t("proposal.toleranceHint")}
						value={tolerance}
						onChange={setTolerance}
						error={action.wrong["/area_tolerance_percent"]}
					/>
					<TextField
						label={t("proposal.closed")}
						hint={t("quarter.standsHint")}
						note={t("optional")}
						dir="ltr"
						value={closed}
						onChange={setClosed}
						error={Object.entries(action.wrong).find(([at]) => at.startsWith("/closed"))?.[1]}
					/>
				</Fields>
				<div>
					<Button type="submit" isPending={action.busy}>
						{t("proposal.propose")}
					</Button>
				</div>
			</Form>
			{proposal && <Preview {...props} proposal={proposal} />}
		</Card>
	);
}
