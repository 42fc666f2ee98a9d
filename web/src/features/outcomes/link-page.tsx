import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { declareByLink } from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { linkToken } from "@/auth/link-token.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Empty, FailedPage, Loading } from "@/ui/states.tsx";
import { linkQuery } from "./queries.ts";
import { RoundCard } from "./round-card.tsx";

/** A link that was cut short, has expired, or is no longer the last one. */
function NotGood({ title, why }: { title: string; why: string | null | undefined }) {
	const { t } = useTranslation("outcomes");
	return (
		<Narrow>
			<PageHead title={t("title")} />
			<Empty title={title}>
				{why && <p>{why}</p>}
				<Link to="/my-applications" className={buttonClass("secondary")}>
					{t("signedIn")}
				</Link>
			</Empty>
		</Narrow>
	);
}

/** The same declaration from the link of a letter, without a password. */
export function LinkPage() {
	const { t } = useTranslation("outcomes");
	const { text, dateRange } = useFormat();
	const token = linkToken(useLocation().hash);
	const queryClient = useQueryClient();
	const query = linkQuery(token);
	const found = useQuery(query);
	if (!token) return <NotGood title={t("cut")} why={t("cutLead")} />;
	if (found.isPending) return <Loading lines={8} />;
	if (isProblem(found.error) && found.error.status === 404)
		return <NotGood title={t("notGood")} why={found.error.detail} />;
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
