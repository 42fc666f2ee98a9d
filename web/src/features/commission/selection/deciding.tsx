import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Call, EventSelection, Trial } from "@/api/gen/types.gen.ts";
import { publishSelection, trySelection } from "@/api/gen/workshop-sdk.gen.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { commissionKey } from "../queries.ts";
import { Seed } from "./published.tsx";
import { SeedForm } from "./seed-form.tsx";
import { WhatIf } from "./what-if.tsx";

interface Props {
	event: string;
	call: Call;
	selection: EventSelection | null;
}

/** Whether every application has its score. */
function Scored({ event, trial }: { event: string; trial: Trial }) {
	const { t } = useTranslation("commission");
	const { unscored, refused, outcome } = trial;
	return (
		<Card title={t("deciding.scores")}>
			<Notice
				tone={unscored > 0 ? "warn" : "good"}
				title={t(unscored > 0 ? "deciding.unscored" : "deciding.allScored", { count: unscored })}
			>
				<p>
					{t("deciding.candidates", {
						count: outcome.totals.candidates + refused,
						capacity: outcome.totals.capacity,
					})}{" "}
					{refused > 0 && t("deciding.refused", { count: refused })}
				</p>
				{unscored > 0 && (
					<p>
						<Link to="/events/$id/commission" params={{ id: event }}>
							{t("deciding.toDesk")}
						</Link>
					</p>
				)}
			</Notice>
		</Card>
	);
}

/** Publication: what is missing for it, and one more question before it. */
function Publication({ event, trial, seeded }: { event: string; trial: Trial; seeded: boolean }) {
	const { t } = useTranslation("commission");
	const queryClient = useQueryClient();
	const action = useAction();
	const [asking, setAsking] = useState(false);
	const { totals } = trial.outcome;
	const missing = [
		...(trial.unscored > 0 ? [t("deciding.unscored", { count: trial.unscored })] : []),
		...(seeded ? [] : [t("deciding.noSeed")]),
	];
	const publish = () =>
		void action.run(async () => {
			await publishSelection({ path: { id: event }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: commissionKey(event) });
			await queryClient.invalidateQueries({ queryKey: ["applications"] });
			say(t("deciding.published"));
		});
	return (
		<Card title={t("deciding.publication")}>
			<p>{t("deciding.publicationLead")}</p>
			{missing.length > 0 && (
				<Notice tone="warn" title={t("deciding.missing")}>
					<ul>
						{missing.map((one) => (
							<li key={one}>{one}</li>
						))}
					</ul>
				</Notice>
			)}
			<div>
				<Button
					variant="primary"
					isDisabled={missing.length > 0}
					onPress={() => {
						action.clear();
						setAsking(true);
					}}
				>
					{t("deciding.publish")}
				</Button>
			</div>
			{asking && (
				<ConfirmDialog
					title={t("deciding.publish")}
					action={action}
					confirm={t("deciding.publish")}
					onConfirm={publish}
					onClose={() => setAsking(false)}
				>
					<p>{t("deciding.sure", { selected: totals.selected, waiting: totals.waiting })}</p>
					<p>{t("deciding.final")}</p>
				</ConfirmDialog>
			)}
		</Card>
	);
}

/** The way to a selection: scores, seed, what if, publication. */
export function Deciding({ event, call, selection }: Props) {
	const now = useQuery({
		queryKey: [...commissionKey(event), "trial"],
		queryFn: async ({ signal }) =>
			(await trySelection({ path: { id: event }, body: {}, signal, throwOnError: true })).data,
		staleTime: 0,
	});
	const { t } = useTranslation("commission");
	if (now.isPending) return <Loading lines={6} />;
	if (now.isError) return <Failed error={now.error} onRetry={() => void now.refetch()} />;
	return (
		<Stack>
			<Scored event={event} trial={now.data} />
			{selection ? (
				<Seed selection={selection} />
			) : (
				<Card title={t("seed.title")}>
					<SeedForm event={event} />
				</Card>
			)}
			<WhatIf event={event} call={call} />
			<Publication event={event} trial={now.data} seeded={!!selection} />
		</Stack>
	);
}
