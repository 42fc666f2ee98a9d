import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EvaluationRequest, EvaluationRound } from "@/api/gen/types.gen.ts";
import { requestEvaluations } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Facts, Row } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";
import { resultsQuery } from "./queries.ts";

/** Asks those who have not answered, and says who was reached. */
export function Asking({ cohort, round }: { cohort: string; round: EvaluationRound }) {
	const { t } = useTranslation("evaluations");
	const { number, dateTime } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [asked, setAsked] = useState<EvaluationRequest>();
	const ask = () =>
		action.run(async () => {
			const { data } = await requestEvaluations({
				path: { id: cohort },
				body: { round },
				throwOnError: true,
			});
			setAsked(data);
			await queryClient.invalidateQueries({ queryKey: resultsQuery(cohort).queryKey });
		});
	return (
		<>
			<p className="quiet">{t("request.lead")}</p>
			{action.failed && <ProblemPanel error={action.error} />}
			<Row>
				<Button isPending={action.busy} onPress={() => void ask()}>
					{t("request.do")}
				</Button>
			</Row>
			{asked && (
				<Notice tone="info" title={t("request.done", { count: asked.asked })} alert>
					<Facts
						items={[
							{ label: t("request.answered"), value: number(asked.answered) },
							{ label: t("request.lately"), value: number(asked.asked_lately) },
							{ label: t("request.unreachable"), value: number(asked.unreachable) },
							{ label: t("request.until"), value: dateTime(asked.expires_at) },
						]}
					/>
				</Notice>
			)}
		</>
	);
}
