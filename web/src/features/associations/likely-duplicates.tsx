import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listLikelyDuplicates } from "@/api/gen/sdk.gen.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./associations.module.css";
import { LikelyFile, Reasons } from "./likely.tsx";
import { associationKey } from "./queries.ts";

/** Files that may be this association under another spelling. */
export function LikelyDuplicates({ id }: { id: string }) {
	const { t } = useTranslation("associations");
	const list = useQuery({
		queryKey: [...associationKey(id), "duplicates"],
		queryFn: async ({ signal }) =>
			(await listLikelyDuplicates({ path: { id }, signal, throwOnError: true })).data.items,
	});
	if (list.isSuccess && list.data.length === 0) return null;
	return (
		<Card title={t("duplicate.likely")}>
			<Awaited list={list} lines={1} />
			<ul className={css.history}>
				{list.data?.map((file) => (
					<li key={file.id}>
						<LikelyFile file={file} />
						<Reasons reasons={file.reasons} />
						<Link
							to="/duplicates/$id/$other"
							params={{ id, other: file.id }}
							className={buttonClass("secondary", true)}
						>
							{t("duplicate.compare")}
						</Link>
					</li>
				))}
			</ul>
		</Card>
	);
}
