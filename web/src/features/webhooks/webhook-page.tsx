import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Webhook } from "@/api/gen/types.gen.ts";
import {
	deleteWebhook,
	enableWebhook,
	pingWebhook,
	rotateWebhookSecret,
} from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { ChevronBack, Edit, Trash } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, PageHead, Row, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { ShownOnce } from "@/ui/shown-once.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { Deliveries } from "./deliveries.tsx";
import { webhookQuery } from "./queries.ts";
import { useTopic } from "./topics.ts";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { WebhookState } from "./webhook-state.tsx";
import css from "./webhooks.module.css";

function RemoveDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
	const { t } = useTranslation(["webhooks", "common"]);
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const remove = () =>
		action.run(async () => {
			await deleteWebhook({ path: { id: webhook.id }, throwOnError: true });
			await navigate({ to: "/webhooks" });
			queryClient.removeQueries({ queryKey: ["webhooks", webhook.id] });
			await queryClient.invalidateQueries({ queryKey: ["webhooks"] });
			say(t("removed"));
		});
	return (
		<ConfirmDialog
			title={t("removeOf", { name: webhook.name })}
			action={action}
			confirm={t("common:action.remove")}
			onConfirm={() => void remove()}
			onClose={onClose}
		>
			<p>{t("removeLead")}</p>
		</ConfirmDialog>
	);
}

/** A new secret, shown once; the old one serves for another day. */
function RotateDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
	const { t } = useTranslation(["webhooks", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [secret, setSecret] = useState<string>();
	const rotate = () =>
		action.run(async () => {
			const { data } = await rotateWebhookSecret({ path: { id: webhook.id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["webhooks"] });
			setSecret(data.secret ?? "");
		});
	return (
		<Dialog title={t("rotate")} isOpen onClose={onClose} wide held={secret !== undefined}>
			{secret ? (
				<ShownOnce
					secret={secret}
					title={t("once")}
					detail={t("onceDetail")}
					done={t("kept")}
					onClose={onClose}
				/>
			) : (
				<Form action={action} onSubmit={() => void rotate()}>
					<p>{t("rotateLead")}</p>
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{t("rotateNow")}
					</SubmitOrCancel>
				</Form>
			)}
		</Dialog>
	);
}

function Settings({ webhook }: { webhook: Webhook }) {
	const { t } = useTranslation(["webhooks", "common"]);
	const { dateTime } = useFormat();
	const topicName = useTopic();
	const queryClient = useQueryClient();
	const action = useAction();
	const [open, setOpen] = useState<"edit" | "rotate" | "remove">();
	const close = () => setOpen(undefined);
	const path = { id: webhook.id };
	const old = webhook.previous_secret_until;
	const act = (work: () => Promise<unknown>, word: string) =>
		void action.run(async () => {
			await work();
			await queryClient.invalidateQueries({ queryKey: ["webhooks"] });
			say(word);
		});
	return (
		<Card title={t("settings")}>
			{webhook.disabled_for && (
				<Notice tone="bad" title={t(`disabledFor.${webhook.disabled_for}`)}>
					<p>{t("disabledLead")}</p>
				</Notice>
			)}
			{webhook.state === "active" && webhook.failing_since && (
				<Notice tone="warn" title={t("failingSince", { at: dateTime(webhook.failing_since) })}>
					<p>{t("failingLead")}</p>
				</Notice>
			)}
			<Facts
				items={[
					{ label: t("url"), value: <bdi dir="ltr">{webhook.url}</bdi> },
					{ label: t("created"), value: dateTime(webhook.created_at) },
					{ label: t("role"), value: t(`common:role.${webhook.role}`) },
					...(old && new Date(old) > new Date()
						? [{ label: t("oldSecret"), value: dateTime(old) }]
						: []),
				]}
			/>
			<div>
				<p className="quiet">{t("topics")}</p>
				{webhook.topics.length === 0 ? (
					<p>{t("everything")}</p>
				) : (
					<ul className={css.chosen}>
						{webhook.topics.map((topic) => (
							<li key={topic}>{topicName(topic)}</li>
						))}
					</ul>
				)}
			</div>
			{action.failed && <ProblemPanel error={action.error} />}
			<Row>
				{webhook.state === "active" ? (
					<Button
						isPending={action.busy}
						onPress={() => act(() => pingWebhook({ path, throwOnError: true }), t("pinged"))}
					>
						{t("ping")}
					</Button>
				) : (
					<Button
						variant="primary"
						isPending={action.busy}
						onPress={() => act(() => enableWebhook({ path, throwOnError: true }), t("enabled"))}
					>
						{t("enable")}
					</Button>
				)}
				<Button onPress={() => setOpen("edit")}>
					<Edit size={16} />
					{t("edit")}
				</Button>
				<Button onPress={() => setOpen("rotate")}>{t("rotate")}</Button>
				<Button variant="danger" onPress={() => setOpen("remove")}>
					<Trash size={16} />
					{t("common:action.remove")}
				</Button>
			</Row>
			{open === "edit" && <WebhookDialog webhook={webhook} onClose={close} />}
			{open === "rotate" && <RotateDialog webhook={webhook} onClose={close} />}
			{open === "remove" && <RemoveDialog webhook={webhook} onClose={close} />}
		</Card>
	);
}

/** One webhook: where it leads, what it is told of, what was sent. */
export function WebhookPage() {
	const { t } = useTranslation(["webhooks", "common"]);
	const { id } = useParams({ strict: false }) as { id: string };
	const query = useQuery(webhookQuery(id));
	if (query.isPending) return <Loading lines={6} />;
	if (query.isError) return <FailedPage error={query.error} onRetry={() => void query.refetch()} />;
	const webhook = query.data;
	return (
		<>
			<PageHead
				title={webhook.name}
				above={
					<Link to="/webhooks">
						<ChevronBack size={16} />
						{t("common:nav.webhooks")}
					</Link>
				}
				beside={<WebhookState webhook={webhook} />}
			/>
			<Stack>
				<Settings webhook={webhook} />
				<Deliveries id={id} />
			</Stack>
		</>
	);
}
