import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OutcomeRound } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { Card } from "@/ui/page.tsx";
import { SlicedTable } from "@/ui/sliced-table.tsx";
import { waitedQuery } from "./queries.ts";

interface Props {
	event: string;
	round: OutcomeRound;
	/** Whether it can still be declared. */
	open: boolean;
}

/** Who has not declared a round, of how many. */
export function WaitedCard({ event, round, open }: Props) {
	const { t } = useTranslation(["outcomes", "common"]);
	const { text, number } = useFormat();
	const wilayas = useWilayas();
	const found = useQuery({ ...waitedQuery(event, round), staleTime: 0 });
	const { exhibitors = 0, waited = [] } = found.data ?? {};
	const word = exhibitors === 0 ? "desk.nobody" : waited.length === 0 ? "desk.all" : undefined;
	const title = t(open ? "desk.waited" : "desk.silent");
	return (
		<Card title={title}>
			<Awaited list={found} lines={2} />
			{found.isSuccess && (
				<p>
					{word
						? t(word)
						: t("desk.of", {
								declared: number(exhibitors - waited.length),
								exhibitors: number(exhibitors),
							})}
				</p>
			)}
			{waited.length > 0 && (
				<>
					<p className="quiet">{t(open ? "desk.waitedLead" : "desk.silentLead")}</p>
					<SlicedTable
						label={title}
						rows={waited}
						rowKey={({ id }) => id}
						columns={[
							{
								id: "number",
								header: t("desk.number"),
								numeric: true,
								cell: (row) => row.number && number(row.number),
							},
							{
								id: "association",
								header: t("desk.association"),
								cell: (row) => (
									<Link to="/applications/$id/outcomes" params={{ id: row.id }}>
										<bdi>{text(row.association_name)}</bdi>
									</Link>
								),
							},
							{
								id: "wilaya",
								header: t("common:field.wilaya"),
								cell: (row) => wilayas.name(row.wilaya_code),
							},
						]}
					/>
				</>
			)}
		</Card>
	);
}
