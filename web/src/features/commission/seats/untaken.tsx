import { useTranslation } from "react-i18next";
import { listEventApplications } from "@/api/gen/workshop-sdk.gen.ts";
import { isKeptByDuty } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { useApplicationColumn } from "../use-application-column.tsx";
import { usePages } from "../use-pages.ts";

/** Who was selected and has not taken the seat: each is given on from its own page, once the time is over. */
export function Untaken({ event }: { event: string }) {
	const { t } = useTranslation("commission");
	const { dateTime } = useFormat();
	const application = useApplicationColumn();
	const pages = usePages(event, ["untaken"], (query, signal) =>
		listEventApplications({
			path: { id: event },
			query: { status: ["selected"], include_total: true, ...query },
			signal,
			throwOnError: true,
		}),
	);
	// Nothing is decided while one still reviews.
	if (isKeptByDuty(pages.list.error)) return null;
	return (
		<Card title={t("seats.untaken")}>
			<PagedTable
				{...pages}
				empty={<p className="quiet">{t("seats.noneUntaken")}</p>}
				lines={2}
				label={t("seats.untaken")}
				rowKey={(row) => row.id}
				columns={[
					application,
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
