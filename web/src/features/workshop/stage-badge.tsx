import { useTranslation } from "react-i18next";
import type { Stage } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";

const TONE: Readonly<Record<Stage, Tone>> = {
	idea: "note",
	planned: "wait",
	approved: "calm",
	running: "good",
	closed: "calm",
	dropped: "bad",
};

export function StageBadge({ stage }: { stage: Stage }) {
	const { t } = useTranslation("workshop");
	return <Badge tone={TONE[stage]}>{t(`stage.${stage}`)}</Badge>;
}
