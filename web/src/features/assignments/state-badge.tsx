import { useTranslation } from "react-i18next";
import type { SubmissionStatus } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";
import type { Standing } from "./standings.ts";

const TONE: Readonly<Record<Standing, Tone>> = {
	handed_in: "wait",
	returned: "note",
	accepted: "good",
	refused: "bad",
	none: "calm",
};

/** A step that work has taken. */
export function StepBadge({ status }: { status: SubmissionStatus }) {
	const { t } = useTranslation("assignments");
	return <Badge tone={TONE[status]}>{t(`step.${status}`)}</Badge>;
}

/** Where the work of a participant stands, and whether it came late. */
export function WorkBadge({
	status,
	late,
}: {
	status: SubmissionStatus | null | undefined;
	late?: boolean;
}) {
	const { t } = useTranslation("assignments");
	return (
		<>
			<Badge tone={TONE[status ?? "none"]}>{t(`state.${status ?? "none"}`)}</Badge>
			{late && (
				<>
					{" "}
					<span className="quiet">{t(status ? "late" : "overdue")}</span>
				</>
			)}
		</>
	);
}
