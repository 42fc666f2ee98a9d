import { useTranslation } from "react-i18next";
import type { Exam, ExamAttemptState } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";
import { type Season, useSeason } from "./use-words.ts";

const SEASON: Readonly<Record<Season, Tone>> = {
	draft: "calm",
	ahead: "note",
	open: "good",
	closed: "calm",
};
const ATTEMPT: Readonly<Record<ExamAttemptState, Tone>> = {
	under_way: "wait",
	handed_in: "good",
	timed_out: "note",
};

/** Whether a test is being prepared, ahead, open or over. */
export function ExamBadge({ exam }: { exam: Exam }) {
	const { t } = useTranslation("exams");
	const season = useSeason()(exam);
	return <Badge tone={SEASON[season]}>{t(`season.${season}`)}</Badge>;
}

/** Where the attempt of a participant stands. */
export function AttemptBadge({ state }: { state: ExamAttemptState | null | undefined }) {
	const { t } = useTranslation("exams");
	if (!state) return <Badge tone="calm">{t("attemptState.none")}</Badge>;
	return <Badge tone={ATTEMPT[state]}>{t(`attemptState.${state}`)}</Badge>;
}
