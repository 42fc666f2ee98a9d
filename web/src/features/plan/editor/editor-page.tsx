import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import { copyEventPlan } from "@/api/gen/workshop-sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";
import { can } from "@/auth/can.ts";
import { organises } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { EventHead } from "@/reference/event-head.tsx";
import { Button } from "@/ui/button.tsx";
import { Copy } from "@/ui/icons.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Failed, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { useAction } from "@/ui/use-action.ts";
import { drawnOf, occasionQuery, planQuery } from "../queries.ts";
import { PlanEditor } from "./plan-editor.tsx";

/** Where there is no plan yet, that of the last edition may do. */
function FromLast({ event, onCopied }: { event: string; onCopied: () => void }) {
	const { t } = useTranslation("plan");
	const queryClient = useQueryClient();
	const action = useAction();
	const copy = () =>
		void action.run(async () => {
			const copied = await tagged(
				copyEventPlan({ path: { id: event }, body: {}, throwOnError: true }),
			);
			queryClient.setQueryData(planQuery(event).queryKey, drawnOf(copied));
			onCopied();
		});
	return (
		<Card title={t("last.title")}>
			<p>{t("last.lead")}</p>
			{action.failed && <ProblemPanel error={action.error} />}
			<div>
				<Button isPending={action.busy} onPress={copy}>
					<Copy size={16} />
					{t("last.copy")}
				</Button>
			</div>
		</Card>
	);
}

function Editing({ event }: { event: Event }) {
	const { t } = useTranslation("plan");
	const found = useQuery({ ...planQuery(event.id), staleTime: 0 });
	// A plan that was copied is another to begin with; one that was saved is the same.
	const [copies, setCopies] = useState(0);
	return (
		<>
			<EventHead title={t("editor.title")} event={event} current="plan" />
			{found.isPending && <Loading lines={8} />}
			{found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
			{found.isSuccess && (
				<Stack>
					{!found.data && event.previous_id && (
						<FromLast event={event.id} onCopied={() => setCopies(copies + 1)} />
					)}
					<PlanEditor key={copies} event={event.id} found={found.data} />
				</Stack>
			)}
		</>
	);
}

/** The floor plan of an event, drawn by its organisers. */
export function EditorPage() {
	const { id } = useParams({ from: "/events/$id/plan/edit" });
	const user = useUser();
	const found = useQuery(occasionQuery(id));
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (!organises(user, found.data) || !can(user, "put_event_plan")) return <NoRight />;
	return <Editing event={found.data} />;
}
