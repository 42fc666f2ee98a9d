import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { cohortQuery } from "@/reference/cohort.ts";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { CohortFacts, CohortSeats } from "./cohort-facts.tsx";
import { CohortSteps } from "./cohort-steps.tsx";
import { CohortBadge } from "./state-badge.tsx";
import css from "./training.module.css";

// Behind sign-in, and so not fetched with the public page.
const Running = lazy(() =>
	import("./desk/running.tsx").then((part) => ({ default: part.Running })),
);
const EnrolCard = lazy(() =>
	import("./association/enrol-card.tsx").then((part) => ({ default: part.EnrolCard })),
);

/** What everybody must know first: that it does not take place, or not yet. */
function StateNotice({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("training");
	if (cohort.status === "draft") return <Notice tone="info" title={t("cohort.draftOnly")} />;
	if (cohort.status !== "cancelled") return null;
	return (
		<Notice tone="bad" title={t("cohort.cancelled")}>
			{cohort.status_reason && (
				<p>
					<bdi>{cohort.status_reason}</bdi>
				</p>
			)}
		</Notice>
	);
}

function Trainers({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("training");
	return (
		<Card title={t("cohort.trainers")}>
			{cohort.trainers.length === 0 ? (
				<p className="quiet">{t("cohort.noTrainers")}</p>
			) : (
				<ul>
					{cohort.trainers.map((one) => (
						<li key={one.person_id}>
							<bdi>{one.name}</bdi>
						</li>
					))}
				</ul>
			)}
		</Card>
	);
}

function Shown({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const user = useUser();
	const reads = can(user, "list_enrolments");
	const own = user?.acting?.role === "association";
	return (
		<>
			<PageHead
				title={text(cohort.name)}
				lead={<bdi>{text(cohort.course_name)}</bdi>}
				beside={<CohortBadge status={cohort.status} />}
				above={
					<Link to="/cohorts">
						<ChevronBack size={16} />
						{t("cohorts.title")}
					</Link>
				}
			/>
			<Stack>
				<StateNotice cohort={cohort} />
				{reads && (
					<Suspense fallback={<Loading lines={1} />}>
						{own ? <EnrolCard cohort={cohort} /> : <Running cohort={cohort} />}
					</Suspense>
				)}
				<div className={css.columns}>
					<div className={css.column}>
						<CohortFacts cohort={cohort} />
						<CohortSeats cohort={cohort} />
					</div>
					<div className={css.column}>
						<Trainers cohort={cohort} />
						<CohortSteps id={cohort.id} />
					</div>
				</div>
			</Stack>
		</>
	);
}

/** The public page of a cohort. */
export function CohortPage() {
	const { id } = useParams({ from: "/cohorts/$id" });
	const found = useQuery(cohortQuery(id));
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (found.isPending) return <Loading lines={6} />;
	return <Shown cohort={found.data.data} />;
}
