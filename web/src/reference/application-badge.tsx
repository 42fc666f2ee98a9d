import { useTranslation } from "react-i18next";
import type { ApplicationStatus } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";

const TONE: Readonly<Record<ApplicationStatus, Tone>> = {
	draft: "calm",
	eligible: "good",
	ineligible: "bad",
	scored: "wait",
	selected: "good",
	waiting: "wait",
	refused: "bad",
	confirmed: "good",
	withdrawn: "calm",
	attended: "good",
	absent: "bad",
};

/** Where an application to an event stands. */
export function ApplicationBadge({ status }: { status: ApplicationStatus }) {
	const { t } = useTranslation("common");
	return <Badge tone={TONE[status]}>{t(`application.${status}`)}</Badge>;
}
