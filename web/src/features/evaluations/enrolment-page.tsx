import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { EnrolmentEvaluations } from "@/api/gen/types.gen.ts";
import { handInEvaluation } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { enrolmentQuery } from "./queries.ts";
import { rereading } from "./rereading.ts";
import { TurnCard } from "./turn-card.tsx";

function Asked({ asked }: { asked: EnrolmentEvaluations }) {
	const { t } = useTranslation("evaluations");
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const { enrolment_id: id, rounds, tools } = asked;
	const { queryKey } = enrolmentQuery(id);
	return (
		<Narrow>
			<PageHead
				title={t("title")}
				lead={
					<>
						<bdi>{asked.participant_name}</bdi>
						<br />
						<Link to="/cohorts/$id" params={{ id: asked.cohort_id }}>
							<bdi>{text(asked.cohort_name)}</bdi>
						</Link>
					</>
				}
				above={
					<Link to="/my-training">
						<ChevronBack size={16} />
						{t("back")}
					</Link>
				}
			/>
			<p>{t("privacy")}</p>
			<Stack>
				{rounds.map((turn) => (
					<TurnCard
						key={turn.round}
						turn={turn}
						tools={tools}
						instead={t("noSeat")}
						send={(body) =>
							rereading(queryClient, queryKey, async () => {
								const { data } = await handInEvaluation({ path: { id }, body, throwOnError: true });
								queryClient.setQueryData(queryKey, data);
							})
						}
					/>
				))}
			</Stack>
		</Narrow>
	);
}

/** What a participant of one’s association is asked, signed in. */
export function EnrolmentEvaluationPage() {
	const { id } = useParams({ from: "/enrolments/$id/evaluation" });
	const allowed = can(useUser(), "get_enrolment_evaluations");
	const found = useQuery({ ...enrolmentQuery(id), enabled: allowed });
	if (!allowed) return <NoRight />;
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	return <Asked asked={found.data} />;
}
