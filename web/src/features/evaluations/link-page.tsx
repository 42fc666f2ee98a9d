import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { EvaluationLink } from "@/api/gen/types.gen.ts";
import { evaluateByLink } from "@/api/gen/workshop-sdk.gen.ts";
import { isProblem } from "@/api/problem.ts";
import { linkToken } from "@/auth/link-token.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { useProblemText } from "@/ui/problem-panel.tsx";
import { Empty, FailedPage, Loading } from "@/ui/states.tsx";
import { linkQuery } from "./queries.ts";
import { rereading } from "./rereading.ts";
import { TurnCard } from "./turn-card.tsx";

/** A link that was cut short, has expired, or is no longer the last one. */
function NotGood({ title, why }: { title: string; why: string | undefined }) {
	const { t } = useTranslation("evaluations");
	return (
		<Narrow>
			<PageHead title={t("title")} />
			<Empty title={title}>
				{why && <p>{why}</p>}
				<Link to="/my-training" className={buttonClass("secondary")}>
					{t("signedIn")}
				</Link>
			</Empty>
		</Narrow>
	);
}

function Opened({ token, link }: { token: string; link: EvaluationLink }) {
	const { t } = useTranslation("evaluations");
	const { text, date } = useFormat();
	const queryClient = useQueryClient();
	const { queryKey } = linkQuery(token);
	return (
		<Narrow>
			<PageHead
				title={t("title")}
				lead={
					<>
						<bdi>{text(link.cohort_name)}</bdi> · {t("endsOn", { day: date(link.ends_on) })}
						<br />
						<bdi>{text(link.association_name)}</bdi>
					</>
				}
			/>
			<p>{t("privacy")}</p>
			<TurnCard
				turn={link}
				tools={link.tools}
				instead={t("calledOff")}
				send={(body) =>
					rereading(queryClient, queryKey, async () => {
						const { data } = await evaluateByLink({ path: { token }, body, throwOnError: true });
						queryClient.setQueryData(queryKey, data);
					})
				}
			/>
		</Narrow>
	);
}

/** The questions of a round from the link of a letter, without a password. */
export function EvaluationLinkPage() {
	const { t } = useTranslation("evaluations");
	const said = useProblemText();
	const token = linkToken(useLocation().hash);
	const found = useQuery(linkQuery(token));
	if (!token) return <NotGood title={t("cut")} why={t("cutLead")} />;
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) {
		const { error } = found;
		if (isProblem(error) && error.status === 404)
			return <NotGood title={t("notGood")} why={said(error).detail} />;
		return <FailedPage error={error} onRetry={() => void found.refetch()} />;
	}
	return <Opened token={token} link={found.data} />;
}
