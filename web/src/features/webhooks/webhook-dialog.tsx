import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Topic, Webhook } from "@/api/gen/types.gen.ts";
import { createWebhook, updateWebhook } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { CodeChoice, wordOnAny } from "@/ui/code-choice.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { ShownOnce } from "@/ui/shown-once.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { TOPICS, useTopic } from "./topics.ts";

interface Props {
	webhook: Webhook | undefined;
	onClose: () => void;
}

/** Where to tell what; the secret of a new one is shown once. */
export function WebhookDialog({ webhook, onClose }: Props) {
	const { t } = useTranslation(["webhooks", "common"]);
	const topicName = useTopic();
	const queryClient = useQueryClient();
	const action = useAction();
	const [name, setName] = useState(webhook?.name ?? "");
	const [url, setUrl] = useState(webhook?.url ?? "");
	const [topics, setTopics] = useState<ReadonlySet<Topic>>(() => new Set(webhook?.topics));
	const [secret, setSecret] = useState<string>();
	const finish = async (word: string) => {
		await queryClient.invalidateQueries({ queryKey: ["webhooks"] });
		say(word);
		onClose();
	};
	const save = (from: number | "*") =>
		void action.run(async () => {
			const body = { name: name.trim(), url: url.trim(), topics: [...topics] };
			if (webhook) {
				await updateWebhook({
					path: { id: webhook.id },
					body,
					headers: ifMatch(from),
					throwOnError: true,
				});
				await finish(t("saved"));
				return;
			}
			const { data } = await createWebhook({ body, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["webhooks"] });
			setSecret(data.secret ?? "");
		});
	if (isStale(action.error))
		return (
			<ConflictDialog
				busy={action.busy}
				onKeepMine={() => save("*")}
				onTakeTheirs={() => void finish(t("common:conflict.taken"))}
				onClose={action.clear}
			/>
		);
	return (
		<Dialog
			title={t(webhook ? "edit" : "new")}
			isOpen
			onClose={onClose}
			wide
			held={secret !== undefined}
		>
			{secret ? (
				<ShownOnce
					secret={secret}
					title={t("once")}
					detail={t("onceDetail")}
					done={t("kept")}
					onClose={onClose}
				/>
			) : (
				<Form action={action} onSubmit={() => save(webhook?.version ?? "*")}>
					<TextField
						label={t("name")}
						hint={t("nameHint")}
						dir="auto"
						value={name}
						onChange={setName}
						error={action.wrong["/name"]}
						isRequired
					/>
					<TextField
						label={t("url")}
						hint={t("urlHint")}
						dir="ltr"
						type="url"
						inputMode="url"
						value={url}
						onChange={setUrl}
						error={action.wrong["/url"]}
						isRequired
					/>
					<CodeChoice
						label={t("topics")}
						hint={t("topicsHint")}
						options={TOPICS.map((code) => ({ code, name: topicName(code) }))}
						chosen={topics}
						onChange={setTopics}
						error={wordOnAny(action.wrong, "/topics")}
					/>
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{t(webhook ? "common:action.save" : "create")}
					</SubmitOrCancel>
				</Form>
			)}
		</Dialog>
	);
}
