import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listDuplicatePairs } from "@/api/gen/sdk.gen.ts";
import { buttonClass } from "@/ui/button.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { PageHead } from "@/ui/page.tsx";
import { Empty } from "@/ui/states.tsx";
import { LikelyFile, Reasons } from "./likely.tsx";

/** Pairs of files that may be one association, the likeliest first. */
export function DuplicatesPage() {
	const { t } = useTranslation(["associations", "common"]);
	const list = useQuery({
		queryKey: ["review", "duplicates"],
		queryFn: async ({ signal }) =>
			(await listDuplicatePairs({ signal, throwOnError: true })).data.items,
	});
	return (
		<>
			<PageHead title={t("duplicate.title")} lead={t("duplicate.lead")} />
			<ListTable
				list={list}
				none={<Empty title={t("duplicate.none")} />}
				lines={4}
				label={t("duplicate.title")}
				rowKey={(pair) => `${pair.first.id} ${pair.second.id}`}
				columns={[
					{
						id: "first",
						header: t("duplicate.first"),
						cell: (pair) => <LikelyFile file={pair.first} hideScore />,
					},
					{
						id: "second",
						header: t("duplicate.second"),
						cell: (pair) => <LikelyFile file={pair.second} />,
					},
					{
						id: "reasons",
						header: t("duplicate.reasons"),
						cell: (pair) => <Reasons reasons={pair.second.reasons} />,
					},
					{
						id: "compare",
						header: t("duplicate.compare"),
						bare: true,
						cell: (pair) => (
							<Link
								to="/duplicates/$id/$other"
								params={{ id: pair.first.id, other: pair.second.id }}
								className={buttonClass("secondary", true)}
							>
								{t("duplicate.compare")}
							</Link>
						),
					},
				]}
			/>
		</>
	);
}
