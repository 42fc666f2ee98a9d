import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CourseEvaluation, EvaluationTurn, ProjectTool } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { RoundBadge } from "./round-badge.tsx";

interface Props {
	turn: EvaluationTurn;
	tools: readonly ProjectTool[];
	send: (body: CourseEvaluation) => Promise<unknown>;
	/** Why nothing is asked although the round is open. */
	instead: string;
}

/** One round, as the participant sees it who is asked: its questions while they are open, else why there are none. */
export function TurnCard({ turn, tools, send, instead }: Props) {
	const { t } = useTranslation("evaluations");
	const { date } = useFormat();
	const { round, state, due, handed_in_on: day, opens_on: opens, closes_on: closes } = turn;
	const told = useRef<HTMLDivElement>(null);
	const sent = useRef(false);
	useEffect(() => {
		if (sent.current && day) told.current?.focus();
	}, [day]);
	return (
		<Card title={t(`round.${round}`)} actions={<RoundBadge state={day ? "handedIn" : state} />}>
			{day ? (
				<Notice ref={told} tone="good" title={t("handedIn", { day: date(day) })}>
					<p>{t("handedInLead")}</p>
				</Notice>
			) : due ? (
				<>
					<p>{t(`ask.${round}`)}</p>
					<p className="quiet">{t("until", { day: date(closes) })}</p>
					<AnswerForm
						round={round}
						tools={tools}
						send={async (body) => {
							sent.current = true;
							await send(body);
						}}
					/>
				</>
			) : (
				<p>
					{state === "upcoming"
						? t("opensOn", { day: date(opens) })
						: state === "closed"
							? t("closedOn", { day: date(closes) })
							: instead}
				</p>
			)}
		</Card>
	);
}
