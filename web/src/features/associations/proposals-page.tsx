import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listProposals } from "@/api/gen/sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { PageHead } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { Empty } from "@/ui/states.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { ProposalBadge } from "./proposals.tsx";

const PER_PAGE = 25;

/** Changes that wait for this body's decision. */
export function ProposalsPage() {
	const { t } = useTranslation(["associations", "common"]);
	const { text, date } = useFormat();
	const cursors = useCursors("open");
	const list = useQuery({
		queryKey: ["review", "proposals", cursors.cursor],
		queryFn: async ({ signal }) =>
			(
				await listProposals({
					query: {
						open: true,
						limit: PER_PAGE,
						...(cursors.cursor ? { cursor: cursors.cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	return (
		<>
			<PageHead title={t("proposal.queue")} lead={t("proposal.queueLead")} />
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				lines={4}
				empty={<Empty title={t("proposal.nothing")} />}
				label={t("proposal.queue")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "name",
						header: t("queue.name"),
						cell: (row) => (
							<Link to="/proposals/$id" params={{ id: row.id }}>
								<bdi>{text(row.association_name)}</bdi>
							</Link>
						),
					},
					{
						id: "fields",
						header: t("proposal.changed"),
						cell: (row) => t("proposal.fields", { count: row.differences.length }),
					},
					{
						id: "created",
						header: t("queue.created"),
						cell: (row) => <time dateTime={row.created_at}>{date(row.created_at)}</time>,
					},
					{
						id: "status",
						header: t("queue.status"),
						cell: (row) => <ProposalBadge proposal={row} />,
					},
				]}
			/>
		</>
	);
}
