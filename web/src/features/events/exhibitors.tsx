import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listExhibitors } from "@/api/gen/sdk.gen.ts";
import type { Event } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { Card } from "@/ui/page.tsx";
import { PagedTable } from "@/ui/paged-table.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { eventKey } from "./queries.ts";

const PER_PAGE = 25;

/** The associations with a seat, once there are some, and where they are once the plan is public. */
export function Exhibitors({
	event: { id: event, kind, plan_published: planned },
}: {
	event: Event;
}) {
	const { t } = useTranslation(["events", "common"]);
	// Nobody exhibits on an awareness day.
	const title = t(kind === "awareness_day" ? "exhibitors.ofDay" : "exhibitors.title");
	const { text } = useFormat();
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const cursors = useCursors(event);
	const { cursor } = cursors;
	const list = useQuery({
		queryKey: [...eventKey(event), "exhibitors", cursor],
		queryFn: async ({ signal }) =>
			(
				await listExhibitors({
					path: { id: event },
					query: { limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
	});
	if (list.isPending || (list.isSuccess && list.data.items.length === 0)) return null;
	return (
		<Card title={title}>
			<p className="quiet">{t("exhibitors.lead")}</p>
			{planned && (
				<p>
					<Link to="/events/$id/plan" params={{ id: event }}>
						{t("exhibitors.plan")}
					</Link>
				</p>
			)}
			<PagedTable
				list={list}
				cursors={cursors}
				perPage={PER_PAGE}
				empty={null}
				label={title}
				rowKey={(row) => row.association_id}
				columns={[
					{
						id: "name",
						header: t("exhibitors.name"),
						cell: (row) => (
							<Link to="/associations/$id" params={{ id: row.association_id }}>
								<bdi>{text(row.association_name)}</bdi>
							</Link>
						),
					},
					{
						id: "wilaya",
						header: t("common:field.wilaya"),
						cell: (row) => wilayas.name(row.wilaya_code),
					},
					{
						id: "sectors",
						header: t("exhibitors.sectors"),
						cell: (row) => row.craft_sectors.map(sectors.name).join(t("listSeparator")),
					},
				]}
			/>
		</Card>
	);
}
