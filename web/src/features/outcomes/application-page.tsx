import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { declareOutcome } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import type { Declaration } from "./declaration.ts";
import { applicationOutcomesQuery } from "./queries.ts";
import { RoundCard } from "./round-card.tsx";

/** What came out of taking part, round by round: the association declares, the organisers read. */
export function ApplicationOutcomesPage() {
	const { t } = useTranslation("outcomes");
	const { text } = useFormat();
	const { id } = useParams({ from: "/applications/$id/outcomes" });
	const queryClient = useQueryClient();
	const query = applicationOutcomesQuery(id);
	const found = useQuery({ ...query, staleTime: 0 });
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const { own, declarable, rounds, event_name: event, association_name: association } = found.data;
	const send = async (body: Declaration) => {
		const { data } = await declareOutcome({ path: { id }, body, throwOnError: true });
		queryClient.setQueryData(query.queryKey, data);
	};
	return (
		<Narrow>
			<PageHead
				title={t("title")}
				lead={
					<>
						<bdi>{text(event)}</bdi>
						{!own && (
							<>
								<br />
								<bdi>{text(association)}</bdi>
							</>
						)}
					</>
				}
				above={
					<Link to="/applications/$id" params={{ id }}>
						<ChevronBack size={16} />
						{t("back")}
					</Link>
				}
			/>
			<p>{t("privacy")}</p>
			{!own && declarable && <Notice tone="info" title={t("behalf")} />}
			<Stack>
				{rounds.map((round) => (
					<RoundCard key={round.round} round={round} of={id} send={send} behalf={!own} />
				))}
			</Stack>
		</Narrow>
	);
}
