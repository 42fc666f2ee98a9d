import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listProposals } from "@/api/gen/sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { PageHead } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Empty, Failed, Loading } from "@/ui/states.tsx";
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
	const items = list.data?.items ?? [];
	const from = cursors.page * PER_PAGE + 1;
	const next = list.data?.next_cursor;
	return (
		<>
			<PageHead title={t("proposal.queue")} lead={t("proposal.queueLead")} />
			{list.isPending && <Loading lines={4} />}
			{list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
			{list.isSuccess && items.length === 0 && <Empty title={t("proposal.nothing")} />}
			{items.length > 0 && (
				<>
					<DataTable
						label={t("proposal.queue")}
						rows={items}
						rowKey={(row) => row.id}
						busy={list.isPlaceholderData}
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
					<Pager
						range={t("common:page.shown", { from, to: from + items.length - 1 })}
						onPrevious={cursors.previous}
						onNext={next ? () => cursors.next(next) : undefined}
					/>
				</>
			)}
		</>
	);
}
