import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Event, EventFile } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronBack, Plus } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { CallCard } from "./call/call-card.tsx";
import css from "./event.module.css";
import { EventAbout, EventFacts, EventPeople } from "./event-facts.tsx";
import { Exhibitors } from "./exhibitors.tsx";
import { EventDocuments, Poster } from "./files.tsx";
import { Programme } from "./programme.tsx";
import { eventQuery, filesQuery, stepsQuery } from "./queries.ts";
import { StateBadge } from "./state-badge.tsx";
import { Steps } from "./steps.tsx";
import { structuredData } from "./structured-data.ts";
import { useStructuredData } from "./use-structured-data.ts";

// Behind sign-in, and so not fetched with the public page.
const Running = lazy(() => import("./running.tsx").then((part) => ({ default: part.Running })));

/** What everybody must know first: that it does not take place, or not yet. */
function StateNotice({ event }: { event: Event }) {
	const { t } = useTranslation("events");
	const { status, status_reason: reason } = event;
	if (status === "draft") return <Notice tone="info" title={t("event.draftOnly")} />;
	if (status !== "postponed" && status !== "cancelled") return null;
	return (
		<Notice tone={status === "cancelled" ? "bad" : "warn"} title={t(`event.${status}`)}>
			{reason && (
				<p>
					<bdi>{reason}</bdi>
				</p>
			)}
			{status === "postponed" && <p>{t("event.postponedDetail")}</p>}
		</Notice>
	);
}

function Shown({ event, files }: { event: Event; files: readonly EventFile[] }) {
	const { t } = useTranslation(["events", "common"]);
	const { text, locale } = useFormat();
	const wilayas = useWilayas();
	const user = useUser();
	const steps = useQuery(stepsQuery(event.id));
	useStructuredData(
		structuredData(event, steps.data ?? [], {
			text,
			wilaya: wilayas.name(event.wilaya_code),
			url: `${location.origin}/${locale}/events/${event.id}`,
		}),
	);
	const announced = event.status !== "draft";
	return (
		<>
			<PageHead
				title={text(event.name)}
				lead={t("event.what", {
					kind: t(`kind.${event.kind}`),
					scale: t(`scale.${event.scale}`),
				})}
				beside={<StateBadge status={event.status} />}
				above={
					<Link to="/events">
						<ChevronBack size={16} />
						{t("title")}
					</Link>
				}
				actions={
					announced && (
						<>
							{event.plan_published && (
								<Link
									to="/events/$id/plan"
									params={{ id: event.id }}
									className={buttonClass("secondary")}
								>
									{t("event.plan")}
								</Link>
							)}
							{event.status === "closed" && (
								<Link
									to="/events/$id/report"
									params={{ id: event.id }}
									className={buttonClass("secondary")}
								>
									{t("event.report")}
								</Link>
							)}
							<a
								className={buttonClass("secondary")}
								href={`/api/v1/events/${event.id}/calendar?language=${locale}`}
								download="event.ics"
							>
								<Plus />
								{t("event.add")}
							</a>
						</>
					)
				}
			/>
			<Stack>
				<StateNotice event={event} />
				{can(user, "update_event") && (
					<Suspense fallback={<Loading lines={1} />}>
						<Running event={event} />
					</Suspense>
				)}
				<div className={css.columns}>
					<div className={css.column}>
						<EventFacts event={event} />
						<CallCard event={event} />
						{hasSeats(event) && <Exhibitors event={event} />}
						<EventAbout event={event} />
						<Programme event={event} />
						<EventDocuments files={files} />
					</div>
					<div className={css.column}>
						<Poster event={event} files={files} />
						<EventPeople event={event} />
						<Steps id={event.id} />
					</div>
				</div>
			</Stack>
		</>
	);
}

/** Seats are given once the call has closed. */
const hasSeats = ({ call }: Event) => !!call && Date.parse(call.closes_at) <= Date.now();

/** The public page of an event. */
export function EventPage() {
	const { id } = useParams({ from: "/events/$id" });
	const found = useQuery(eventQuery(id));
	const files = useQuery(filesQuery(id));
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (files.isError) return <FailedPage error={files.error} onRetry={() => void files.refetch()} />;
	// Both at once: a poster that came later would push down what is being read.
	if (found.isPending || files.isPending) return <Loading lines={6} />;
	return <Shown event={found.data.data} files={files.data} />;
}
