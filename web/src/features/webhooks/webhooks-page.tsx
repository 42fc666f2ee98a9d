import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { PageHead } from "@/ui/page.tsx";
import { Empty } from "@/ui/states.tsx";
import { webhooksQuery } from "./queries.ts";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { WebhookState } from "./webhook-state.tsx";

/** Servers of this body that are told what happens. */
export function WebhooksPage() {
	const { t } = useTranslation(["webhooks", "common"]);
	const { dateTime } = useFormat();
	const [creating, setCreating] = useState(false);
	const list = useQuery(webhooksQuery);
	return (
		<>
			<PageHead
				title={t("common:nav.webhooks")}
				lead={t("lead")}
				actions={
					<Button variant="primary" onPress={() => setCreating(true)}>
						<Plus />
						{t("new")}
					</Button>
				}
			/>
			<ListTable
				list={list}
				none={<Empty title={t("none")} />}
				label={t("common:nav.webhooks")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "name",
						header: t("name"),
						cell: (row) => (
							<Link to="/webhooks/$id" params={{ id: row.id }}>
								<bdi>{row.name}</bdi>
							</Link>
						),
					},
					{ id: "url", header: t("url"), cell: (row) => <bdi dir="ltr">{row.url}</bdi> },
					{
						id: "topics",
						header: t("topics"),
						cell: (row) =>
							row.topics.length === 0
								? t("everything")
								: t("topicCount", { count: row.topics.length }),
					},
					{
						id: "created",
						header: t("created"),
						cell: (row) => <time dateTime={row.created_at}>{dateTime(row.created_at)}</time>,
					},
					{
						id: "state",
						header: t("stateHeading"),
						cell: (row) => <WebhookState webhook={row} />,
					},
				]}
			/>
			{creating && <WebhookDialog webhook={undefined} onClose={() => setCreating(false)} />}
		</>
	);
}
