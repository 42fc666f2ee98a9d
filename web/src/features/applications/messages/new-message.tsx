import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { sendApplicationMessage } from "@/api/gen/workshop-sdk.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { messagesQuery } from "./queries.ts";

const blank = () => ({ text: "", key: newKey() });

/** Words to the other side. What was typed stays when sending fails, and sending again sends it once. */
export function NewMessage({ id, own }: { id: string; own: boolean }) {
	const { t } = useTranslation("applications");
	const queryClient = useQueryClient();
	const action = useAction();
	const kept = useKept(`message:${id}`, blank);
	const { text, key } = kept.value;
	const send = () =>
		action.run(async () => {
			await sendApplicationMessage({
				path: { id },
				headers: { "Idempotency-Key": key },
				body: { text: text.trim() },
				throwOnError: true,
			});
			kept.reset(blank());
			say(t("messages.sent"));
			await queryClient.invalidateQueries({ queryKey: messagesQuery(id).queryKey });
		});
	return (
		<Form action={action} onSubmit={() => void send()}>
			<TextField
				label={t(own ? "messages.toOrganisers" : "messages.toAssociation")}
				hint={t(own ? "messages.toOrganisersHint" : "messages.toAssociationHint")}
				dir="auto"
				multiline
				value={text}
				onChange={(typed) => kept.set({ text: typed, key: newKey() })}
				error={action.wrong["/text"]}
				isRequired
				isDisabled={action.busy}
			/>
			<Actions>
				<Button type="submit" isPending={action.busy} isDisabled={!text.trim()}>
					{t("messages.send")}
				</Button>
			</Actions>
		</Form>
	);
}
