import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { commentOnProject, listProjectComments } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { useAction } from "@/ui/use-action.ts";
import { projectKey } from "../queries.ts";
import css from "../workshop.module.css";

/** What the chamber says of a project, and what the association answers. */
export function Comments({ id }: { id: string }) {
	const { t } = useTranslation(["workshop", "common"]);
	const { dateTime } = useFormat();
	const user = useUser();
	const queryClient = useQueryClient();
	const action = useAction();
	const [text, setText] = useState("");
	const key = [...projectKey(id), "comments"];
	const list = useQuery({
		queryKey: key,
		queryFn: async ({ signal }) =>
			(
				await listProjectComments({
					path: { id },
					signal,
					throwOnError: true,
				})
			).data.items,
	});
	const send = () =>
		action.run(async () => {
			await commentOnProject({ path: { id }, body: { text: text.trim() }, throwOnError: true });
			setText("");
			await queryClient.invalidateQueries({ queryKey: key });
		});
	return (
		<Card title={t("comments.title")}>
			<Awaited list={list} none={<p className="quiet">{t("comments.none")}</p>} />
			<ul className={css.comments}>
				{list.data?.map((one) => (
					<li key={one.id}>
						<p className="quiet">
							{one.person_name && (
								<>
									<bdi>{one.person_name}</bdi> ·{" "}
								</>
							)}
							{t(`common:role.${one.role}`)} · <time dateTime={one.at}>{dateTime(one.at)}</time>
						</p>
						<p dir="auto">{one.text}</p>
					</li>
				))}
			</ul>
			{can(user, "comment_on_project") && (
				<Form action={action} onSubmit={() => void send()}>
					<TextField
						label={t("comments.write")}
						dir="auto"
						multiline
						value={text}
						onChange={setText}
						error={action.wrong["/text"]}
						isRequired
					/>
					<Actions>
						<Button type="submit" isPending={action.busy} isDisabled={!text.trim()}>
							{t("comments.send")}
						</Button>
					</Actions>
				</Form>
			)}
		</Card>
	);
}
