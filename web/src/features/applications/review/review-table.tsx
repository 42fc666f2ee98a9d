import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ReviewStatus } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { usePoints } from "@/reference/use-points.ts";
import { PagedTable } from "@/ui/paged-table.tsx";
import { useCursors } from "@/ui/use-cursors.ts";
import { ownReviewsQuery, PER_PAGE } from "./queries.ts";
import { ReviewBadge } from "./review-badge.tsx";

interface Props {
	label: string;
	states: readonly ReviewStatus[];
	empty: ReactNode;
}

/** One's reviews in some states, each in a line or two. */
export function ReviewTable({ label, states, empty }: Props) {
	const { t } = useTranslation("applications");
	const { text } = useFormat();
	const points = usePoints();
	const cursors = useCursors(states.join());
	const list = useQuery({ ...ownReviewsQuery(states, cursors.cursor), staleTime: 0 });
	return (
		<PagedTable
			list={list}
			cursors={cursors}
			perPage={PER_PAGE}
			empty={empty}
			label={label}
			rowKey={(row) => row.id}
			compact
			columns={[
				{
					id: "number",
					header: t("one.title"),
					cell: (row) => (
						<Link to="/my-reviews/$id" params={{ id: row.id }}>
							{t("review.title", { number: row.number })}
						</Link>
					),
				},
				{ id: "state", header: t("state"), cell: (row) => <ReviewBadge status={row.status} /> },
				{ id: "event", header: t("event"), cell: (row) => <bdi>{text(row.event_name)}</bdi> },
				{
					id: "total",
					header: t("review.total"),
					numeric: true,
					cell: (row) => points(row.total),
				},
			]}
		/>
	);
}
