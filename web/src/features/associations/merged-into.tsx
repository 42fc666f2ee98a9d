import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Notice } from "@/ui/notice.tsx";
import { associationQuery } from "./queries.ts";

interface Props {
	/** The file that stayed. */
	id: string;
	/** Where it is opened. */
	to: "/review/$id" | "/associations/$id";
}

/** Says of a file that it lives on in another, and leads there. */
export function MergedInto({ id, to }: Props) {
	const { t } = useTranslation("associations");
	const { text } = useFormat();
	const kept = useQuery(associationQuery(id));
	return (
		<Notice tone="warn" title={t("merge.into")}>
			<p>
				<Link to={to} params={{ id }}>
					<bdi>{kept.data ? text(kept.data.data.name) : t("merge.open")}</bdi>
				</Link>
			</p>
		</Notice>
	);
}
