import { useTranslation } from "react-i18next";
import type { EventStatus } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";

const TONE: Readonly<Record<EventStatus, Tone>> = {
	draft: "calm",
	published: "good",
	postponed: "wait",
	cancelled: "bad",
	closed: "calm",
};

export function StateBadge({ status }: { status: EventStatus }) {
	const { t } = useTranslation("events");
	return <Badge tone={TONE[status]}>{t(`state.${status}`)}</Badge>;
}
