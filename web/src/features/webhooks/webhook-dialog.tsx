import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Topic, Webhook } from "@/api/gen/types.gen.ts";
import { createWebhook, updateWebhook } from "@/api/gen/workshop-sdk.gen.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { ConflictDialog, isStale } from "@/ui/conflict-dialog.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { Form } from "@/ui/form.tsx";
import { ShownOnce } from "@/ui/shown-once.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { TOPICS, useTopic } from "./topics.ts";
import css from "./webhooks.module.css";

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
	const toggle = (topic: Topic, on: boolean) => {
		const next = new Set(topics);
		if (on) next.add(topic);
		else next.delete(topic);
		setTopics(next);
	};
	const badTopics = Object.entries(action.wrong).find(([at]) => at.startsWith("/topics"))?.[1];
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
		<Dialog title={t(webhook ? "edit" : "new")} isOpen onClose={onClose} wide>
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
					<fieldset>
						<legend className={field.label}>{t("topics")}</legend>
						<p className={field.hint}>{t("topicsHint")}</p>
						<div className={css.topics}>
							{TOPICS.map((topic) => (
								<Checkbox
									key={topic}
									isSelected={topics.has(topic)}
									onChange={(on) => toggle(topic, on)}
								>
									{topicName(topic)} <code className={css.code}>{topic}</code>
								</Checkbox>
							))}
						</div>
						{badTopics && (
							<span className={field.error}>
								<ErrorText>{badTopics}</ErrorText>
							</span>
						)}
					</fieldset>
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{t(webhook ? "common:action.save" : "create")}
					</SubmitOrCancel>
				</Form>
			)}
		</Dialog>
	);
}
