import { useTranslation } from "react-i18next";
import type { Submission } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { WorkBadge } from "../state-badge.tsx";
import { useWords } from "../use-words.ts";

const TONE = {
	handed_in: "info",
	returned: "warn",
	accepted: "good",
	refused: "bad",
} as const;

/** Where work stands, why, and what it came to. */
export function StateCard({ work }: { work: Submission }) {
	const { t } = useTranslation("assignments");
	const { text, dateTime } = useFormat();
	const words = useWords();
	return (
		<Card title={t("submission.standing")}>
			{work.status_reason && (
				<Notice tone={TONE[work.status]} title={t(`submission.because.${work.status}`)}>
					<p dir="auto">{work.status_reason}</p>
				</Notice>
			)}
			<Facts
				items={[
					{
						label: t("stateLabel"),
						value: <WorkBadge status={work.status} late={work.late} />,
					},
					{
						label: t("rubric.total"),
						value: work.score == null ? t("rubric.notYet") : <b>{words.score(work.score)}</b>,
					},
					{
						label: t("work.handedAt"),
						value: <time dateTime={work.handed_in_at}>{dateTime(work.handed_in_at)}</time>,
					},
					{ label: t("submission.times"), value: t("times", { count: work.number }) },
					{ label: t("work.participant"), value: <bdi>{work.participant_name}</bdi> },
					{ label: t("work.association"), value: <bdi>{text(work.association_name)}</bdi> },
				]}
			/>
			{work.note && (
				<div>
					<p className="quiet">{t("submission.note")}</p>
					<p dir="auto">{work.note}</p>
				</div>
			)}
		</Card>
	);
}
