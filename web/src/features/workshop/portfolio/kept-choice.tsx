import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeptPortfolio, SelectionAnswer } from "@/api/gen/types.gen.ts";
import { computeKeptPortfolio, deleteKeptPortfolio } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { ChevronBack, Trash } from "@/ui/icons.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { Fold } from "../fold.tsx";
import { Asked } from "./asked.tsx";
import { Comparison } from "./comparison.tsx";
import { keptKey, keptQuery } from "./kept-queries.ts";
import { Result } from "./result.tsx";
import { useDay } from "./use-day.ts";

function RemoveDialog({ kept, onClose }: { kept: KeptPortfolio; onClose: () => void }) {
	const { t } = useTranslation(["workshop", "common"]);
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const remove = () =>
		action.run(async () => {
			await deleteKeptPortfolio({ path: { id: kept.id }, throwOnError: true });
			await navigate({ to: "/projects/portfolio" });
			queryClient.removeQueries({ queryKey: keptQuery(kept.id).queryKey });
			await queryClient.invalidateQueries({ queryKey: keptKey });
			say(t("kept.removed"));
		});
	return (
		<ConfirmDialog
			title={t("kept.removeOf", { name: kept.name })}
			action={action}
			confirm={t("common:action.remove")}
			onConfirm={() => void remove()}
			onClose={onClose}
		>
			<p>{t("kept.removeLead")}</p>
		</ConfirmDialog>
	);
}

/** A kept choice as it came out on its day; asked again, what would come out today beside it. */
export function KeptChoice({ id }: { id: string }) {
	const { t } = useTranslation(["workshop", "common"]);
	const day = useDay();
	const user = useUser();
	const action = useAction();
	const [today, setToday] = useState<SelectionAnswer>();
	const [removing, setRemoving] = useState(false);
	const read = useQuery(keptQuery(id));
	if (read.isPending) return <Loading lines={8} />;
	if (read.isError) return <FailedPage error={read.error} onRetry={() => void read.refetch()} />;
	const kept = read.data;
	const compute = () =>
		void action.run(async () => {
			const { data } = await computeKeptPortfolio({ path: { id }, throwOnError: true });
			setToday(data);
		});
	return (
		<>
			<PageHead
				title={kept.name}
				lead={t("kept.lead", { date: day(kept.created_at) })}
				above={
					<Link to="/projects/portfolio">
						<ChevronBack size={16} />
						{t("portfolio.title")}
					</Link>
				}
				actions={
					<>
						{can(user, "compute_kept_portfolio") && (
							<Button variant="primary" isPending={action.busy} onPress={compute}>
								{t("kept.again")}
							</Button>
						)}
						{can(user, "delete_kept_portfolio") && (
							<Button onPress={() => setRemoving(true)}>
								<Trash size={16} />
								{t("common:action.remove")}
							</Button>
						)}
					</>
				}
			/>
			<Stack>
				{action.failed && <ProblemPanel error={action.error} />}
				{today && <Comparison kept={kept} today={today} />}
				<Fold title={t("kept.asked")}>
					<Asked kept={kept} />
				</Fold>
				<Fold title={t("portfolio.result")} open>
					<Result answer={kept.outcome} input={kept.request} />
				</Fold>
			</Stack>
			{removing && <RemoveDialog kept={kept} onClose={() => setRemoving(false)} />}
		</>
	);
}
