import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { declareByLink } from "@/api/gen/workshop-sdk.gen.ts";
import { linkToken } from "@/auth/link-token.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Empty, FailedPage, Loading } from "@/ui/states.tsx";
import { linkQuery } from "./queries.ts";
import { RoundCard } from "./round-card.tsx";

/** The same declaration from the link of a letter, without a password. */
export function LinkPage() {
	const { t } = useTranslation("outcomes");
	const { text, dateRange } = useFormat();
	const token = linkToken(useLocation().hash);
	const queryClient = useQueryClient();
	const query = linkQuery(token);
	const found = useQuery(query);
	if (!token)
		return (
			<Narrow>
				<PageHead title={t("title")} />
				<Empty title={t("cut")}>
					<p>{t("cutLead")}</p>
				</Empty>
			</Narrow>
		);
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const link = found.data;
	return (
		<Narrow>
			<PageHead
				title={t("title")}
				lead={
					<>
						<bdi>{text(link.association_name)}</bdi>
						<br />
						<bdi>{text(link.event_name)}</bdi> · {dateRange(link.starts_on, link.ends_on)}
					</>
				}
			/>
			<p>{t("privacy")}</p>
			<RoundCard
				round={link}
				// The token of the letter is kept nowhere.
				of={`${link.association_name.ar}:${link.event_name.ar}:${link.starts_on}`}
				send={async (body) => {
					const { data } = await declareByLink({ path: { token }, body, throwOnError: true });
					queryClient.setQueryData(query.queryKey, data);
				}}
			/>
		</Narrow>
	);
}
