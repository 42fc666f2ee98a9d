import { useTranslation } from "react-i18next";
import type { ReviewStatus } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";

const TONE: Readonly<Record<ReviewStatus, Tone>> = {
	open: "wait",
	scored: "good",
	conflict: "note",
	abstained: "calm",
};

/** Where a review stands. */
export function ReviewBadge({ status }: { status: ReviewStatus }) {
	const { t } = useTranslation("applications");
	return <Badge tone={TONE[status]}>{t(`review.state.${status}`)}</Badge>;
}
