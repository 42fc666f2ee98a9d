import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Call } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { usePoints } from "@/reference/use-points.ts";
import { ListTable } from "@/ui/list-table.tsx";
import { Card } from "@/ui/page.tsx";
import { ReviewBadge } from "../review/review-badge.tsx";
import { reviewsQuery } from "./queries.ts";

/** What each reviewer thinks of an application, for its organisers. */
export function ReviewsCard({ id, call }: { id: string; call: Call | null }) {
	const { t } = useTranslation("applications");
	const { text, number } = useFormat();
	const points = usePoints();
	const list = useQuery({ ...reviewsQuery(id), staleTime: 0 });
	const names = new Map((call?.criteria ?? []).map((one) => [one.code, text(one.name)]));
	return (
		<Card title={t("reviews.title")}>
			<ListTable
				list={list}
				none={<p className="quiet">{t("reviews.none")}</p>}
				label={t("reviews.title")}
				rowKey={(row) => row.id}
				columns={[
					{
						id: "reviewer",
						header: t("reviews.reviewer"),
						cell: (row) => <bdi>{row.person_name}</bdi>,
					},
					{ id: "state", header: t("state"), cell: (row) => <ReviewBadge status={row.status} /> },
					{
						id: "total",
						header: t("review.total"),
						numeric: true,
						cell: (row) => points(row.total),
					},
					{
						id: "points",
						header: t("reviews.points"),
						wide: true,
						cell: (row) =>
							row.points
								.map((one) =>
									t("reviews.pointsOf", {
										criterion: names.get(one.criterion) ?? one.criterion,
										points: number(one.points),
									}),
								)
								.join(t("listSeparator")),
					},
					{
						id: "remark",
						header: t("reviews.remark"),
						wide: true,
						cell: (row) => row.remark && <bdi>{row.remark}</bdi>,
					},
				]}
			/>
		</Card>
	);
}
