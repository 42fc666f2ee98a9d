import { useTranslation } from "react-i18next";
import type { CohortStatus, CourseStatus, EnrolmentStatus } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";

const COHORT: Readonly<Record<CohortStatus, Tone>> = {
	draft: "calm",
	published: "good",
	cancelled: "bad",
	closed: "calm",
};
const COURSE: Readonly<Record<CourseStatus, Tone>> = {
	draft: "calm",
	published: "good",
	archived: "calm",
};
const ENROLMENT: Readonly<Record<EnrolmentStatus, Tone>> = {
	requested: "note",
	waiting: "wait",
	enrolled: "good",
	refused: "bad",
	withdrawn: "calm",
};

export function CohortBadge({ status }: { status: CohortStatus }) {
	const { t } = useTranslation("training");
	return <Badge tone={COHORT[status]}>{t(`cohortState.${status}`)}</Badge>;
}

export function CourseBadge({ status }: { status: CourseStatus }) {
	const { t } = useTranslation("training");
	return <Badge tone={COURSE[status]}>{t(`courseState.${status}`)}</Badge>;
}

export function EnrolmentBadge({ status }: { status: EnrolmentStatus }) {
	const { t } = useTranslation("training");
	return <Badge tone={ENROLMENT[status]}>{t(`enrolmentState.${status}`)}</Badge>;
}
