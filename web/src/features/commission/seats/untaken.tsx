import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listEventApplications } from "@/api/gen/workshop-sdk.gen.ts";
import { isKeptByDuty } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { commissionKey } from "../queries.ts";

const PER_PAGE = 25;

/** Who was selected and has not taken the seat: each is given on from its own page, once the time is over. */
export function Untaken({ event }: { event: string }) {
	const { t } = useTranslation("commission");
	const { text, dateTime } = useFormat();
	const cursors = useCursors(event);
	const { cursor } = cursors;
	const list = useQuery({
		queryKey: [...commissionKey(event), "untaken", cursor],
		queryFn: async ({ signal }) =>
			(
				await listEventApplications({
					path: { id: event },
					query: {
						status: ["selected"],
						limit: PER_PAGE,
						include_total: true,
						...(cursor ? { cursor } : {}),
					},
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
	// Nothing is decided while one still reviews.
	if (isKeptByDuty(list.error)) return null;
	return (
		<Card title={t("seats.untaken")}>
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={<p className="quiet">{t("seats.noneUntaken")}</p>}
				lines={2}
				label={t("seats.untaken")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "application",
						header: t("scores.application"),
						cell: (row) => (
							<Link to="/applications/$id" params={{ id: row.id }}>
								{t("scores.named", { number: row.number, name: text(row.association_name) })}
							</Link>
						),
					},
					{
						id: "since",
						header: t("seats.selectedAt"),
						cell: (row) => <time dateTime={row.status_since}>{dateTime(row.status_since)}</time>,
					},
				]}
			/>
		</Card>
	);
}
