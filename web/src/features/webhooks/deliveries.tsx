import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Delivery, DeliveryState } from "@/api/gen/types.gen.ts";
import { listDeliveries, replayDelivery } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge, type Tone } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useCursors } from "@/ui/use-cursors.ts";
import { useTopic } from "./topics.ts";
import css from "./webhooks.module.css";

const STATES = Object.values(DeliveryState);
const TONE: Readonly<Record<DeliveryState, Tone>> = {
	pending: "wait",
	delivered: "good",
	failed: "bad",
};
const PER_PAGE = 25;

/** What was sent and what the server of the body answered; each message can be sent again. */
export function Deliveries({ id }: { id: string }) {
	const { t } = useTranslation(["webhooks", "common"]);
	const { dateTime } = useFormat();
	const topicName = useTopic();
	const queryClient = useQueryClient();
	const action = useAction();
	const [state, setState] = useState<DeliveryState>();
	const cursors = useCursors(`${id} ${state ?? ""}`);
	const list = useQuery({
		queryKey: ["webhooks", id, "deliveries", state ?? "all", cursors.cursor ?? ""],
		queryFn: async ({ signal }) =>
			(
				await listDeliveries({
					path: { id },
					query: {
						limit: PER_PAGE,
						...(state ? { state } : {}),
						...(cursors.cursor ? { cursor: cursors.cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		// What waits is on its way: looked at again until it has arrived.
		refetchInterval: ({ state: { data } }) =>
			data?.items.some((one) => one.state === "pending") ? 5000 : false,
	});
	const replay = (delivery: Delivery) =>
		action.run(async () => {
			await replayDelivery({ path: { id: delivery.id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["webhooks"] });
			say(t("replayed"));
		});
	const answer = ({ status_code, failure }: Delivery) =>
		[
			status_code === null ? "" : t("answered", { status: String(status_code) }),
			failure ? t(`failure.${failure}`) : "",
		]
			.filter(Boolean)
			.join(" · ");
	return (
		<Card title={t("log")}>
			<p className="quiet">{t("logLead")}</p>
			<div className={css.filter}>
				<NativeSelect
					label={t("delivery.state")}
					empty={t("delivery.all")}
					options={STATES.map((one) => ({ id: one, label: t(`deliveryState.${one}`) }))}
					value={state}
					onChange={(one) => setState(STATES.find((known) => known === one))}
				/>
			</div>
			{action.failed && <ProblemPanel error={action.error} />}
			<PagedTable<Delivery>
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<p className="quiet">{t("delivery.none")}</p>}
				label={t("log")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "topic",
						header: t("delivery.topic"),
						cell: (row) => (
							<>
								{topicName(row.topic)} <code className={css.code}>{row.message_id}</code>
							</>
						),
					},
					{
						id: "at",
						header: t("delivery.at"),
						cell: (row) => <time dateTime={row.created_at}>{dateTime(row.created_at)}</time>,
					},
					{
						id: "state",
						header: t("delivery.state"),
						cell: (row) => <Badge tone={TONE[row.state]}>{t(`deliveryState.${row.state}`)}</Badge>,
					},
					{
						id: "answer",
						header: t("delivery.answer"),
						cell: answer,
					},
					{
						id: "attempts",
						header: t("delivery.attempts"),
						numeric: true,
						cell: (row) => t("attempts", { count: row.attempts }),
					},
					{
						id: "next",
						header: t("delivery.next"),
						cell: (row) =>
							row.next_attempt_at && (
								<time dateTime={row.next_attempt_at}>{dateTime(row.next_attempt_at)}</time>
							),
					},
					{
						id: "replay",
						header: t("replay"),
						bare: true,
						cell: (row) =>
							row.state !== "pending" && (
								<Button
									small
									isDisabled={action.busy}
									aria-label={t("replayOf", {
										topic: topicName(row.topic),
										at: dateTime(row.created_at),
									})}
									onPress={() => void replay(row)}
								>
									{t("replay")}
								</Button>
							),
					},
				]}
			/>
		</Card>
	);
}
