import { useTranslation } from "react-i18next";
import type { Status } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";

const TONES: Readonly<Record<Status, Tone>> = {
	draft: "calm",
	submitted: "wait",
	returned: "note",
	verified: "good",
	suspended: "bad",
	dissolved: "bad",
};

export function StatusBadge({ status }: { status: Status }) {
	const { t } = useTranslation("common");
	return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>;
}
