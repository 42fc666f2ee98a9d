import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listInvitations, revokeInvitation } from "@/api/gen/sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { PageHead } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Empty } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { InviteDialog } from "./invite-dialog.tsx";

/** Links that are out and not yet used. */
export function InvitedPage() {
	const { t } = useTranslation(["administration", "common"]);
	const { text, date } = useFormat();
	const user = useUser();
	const queryClient = useQueryClient();
	const action = useAction();
	const [inviting, setInviting] = useState(false);
	const list = useQuery({
		queryKey: ["invitations"],
		queryFn: async ({ signal }) =>
			(await listInvitations({ query: { limit: 200, open: true }, signal, throwOnError: true }))
				.data.items,
	});
	const revoke = (id: string) =>
		action.run(async () => {
			await revokeInvitation({ path: { id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["invitations"] });
			say(t("invite.revoked"));
		});
	return (
		<>
			<PageHead
				title={t("common:nav.invitations")}
				lead={t("invite.lead")}
				actions={
					can(user, "invite") && (
						<Button variant="primary" onPress={() => setInviting(true)}>
							<Plus />
							{t("invite.title")}
						</Button>
					)
				}
			/>
			{action.failed && <ProblemPanel error={action.error} />}
			<ListTable
				list={list}
				none={<Empty title={t("invite.none")} />}
				label={t("common:nav.invitations")}
				rowKey={(row) => row.id}
				columns={[
					{ id: "name", header: t("name"), cell: (row) => <bdi>{row.name}</bdi> },
					{
						id: "email",
						header: t("common:field.email"),
						cell: (row) => <span className="ltr">{row.email}</span>,
					},
					{
						id: "role",
						header: t("role"),
						cell: (row) => (
							<>
								{t(`common:role.${row.role}`)} · <bdi>{text(row.body_name)}</bdi>
							</>
						),
					},
					{
						id: "until",
						header: t("invite.until"),
						cell: (row) => <time dateTime={row.expires_at}>{date(row.expires_at)}</time>,
					},
					{
						id: "revoke",
						header: t("invite.revoke"),
						bare: true,
						cell: (row) =>
							can(user, "revoke_invitation") && (
								<Button
									small
									variant="danger"
									isPending={action.busy}
									aria-label={t("invite.revokeOf", { name: row.name })}
									onPress={() => void revoke(row.id)}
								>
									{t("invite.revoke")}
								</Button>
							),
					},
				]}
			/>
			{inviting && <InviteDialog onClose={() => setInviting(false)} />}
		</>
	);
}
