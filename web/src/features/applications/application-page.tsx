import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application, ApplicationStatus } from "@/api/gen/types.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { can } from "@/auth/can.ts";
import { organises, readsApplications } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ApplicationBadge } from "@/reference/application-badge.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import css from "./application.module.css";
import { Editor } from "./form/editor.tsx";
import { hasStands } from "./form/section.ts";
import { History } from "./history.tsx";
import { Messages } from "./messages/messages.tsx";
import { ApplicationPictures } from "./pictures/application-pictures.tsx";
import { applicationQuery, type Occasion, occasionQuery, plannedQuery } from "./queries.ts";
import { Contents } from "./read/contents.tsx";
import { ConfirmCard } from "./seat/confirm-card.tsx";
import { DecisionCard } from "./seat/decision-card.tsx";
import { AnswersCard, OrganiserCard } from "./seat/organiser-card.tsx";
import { ReviewsCard } from "./seat/reviews-card.tsx";
import { Situation } from "./situation.tsx";

/** States in which there may be a stand, and something to tell once the event has begun. */
const SEATED: readonly ApplicationStatus[] = ["selected", "confirmed", "attended"];

/** States in which an organiser may have something to tell for the association. */
const TOLD: readonly ApplicationStatus[] = ["confirmed", "attended"];

interface Props {
	found: Tagged<Application>;
	occasion: Occasion;
}

function Shown({ found, occasion }: Props) {
	const { t } = useTranslation("applications");
	const { text } = useFormat();
	const application = found.data;
	const { event } = occasion;
	const [readings, setReadings] = useState(0);
	const user = useUser();
	const own = user?.acting?.association_id === application.association_id;
	const { status } = application;
	const stands = hasStands(event);
	const organising = organises(user, event);
	const seated = SEATED.includes(status);
	const drawn = useQuery({
		...plannedQuery(event.id),
		enabled: seated && organising && !event.plan_published,
	});
	const reads =
		!own &&
		can(user, "list_application_reviews") &&
		readsApplications(user, event) &&
		occasion.call?.state === "closed" &&
		status !== "ineligible";
	return (
		<>
			<PageHead
				title={own ? t("one.title") : text(application.association_name)}
				lead={
					<>
						{!own && `${t("one.title")}${t("listSeparator")}`}
						<Link to="/events/$id" params={{ id: event.id }}>
							<bdi>{text(event.name)}</bdi>
						</Link>
					</>
				}
				actions={
					own ? (
						seated &&
						can(user, "get_application_outcomes") && (
							<Link
								to="/applications/$id/outcomes"
								params={{ id: application.id }}
								className={buttonClass("secondary")}
							>
								{t("one.outcomes")}
							</Link>
						)
					) : (
						<>
							{organising && TOLD.includes(status) && can(user, "declare_outcome") && (
								<Link
									to="/applications/$id/outcomes"
									params={{ id: application.id }}
									className={buttonClass("secondary")}
								>
									{t("one.theirOutcomes")}
								</Link>
							)}
							<Link
								to="/associations/$id"
								params={{ id: application.association_id }}
								className={buttonClass("secondary")}
							>
								{t("desk.file")}
							</Link>
						</>
					)
				}
				beside={<ApplicationBadge status={application.status} />}
				above={
					own ? (
						<Link to="/my-applications">
							<ChevronBack size={16} />
							{t("own.title")}
						</Link>
					) : (
						<Link to="/events/$id/applications" params={{ id: event.id }}>
							<ChevronBack size={16} />
							{t("desk.title")}
						</Link>
					)
				}
			/>
			<Stack>
				<Situation application={application} occasion={occasion} own={own} />
				<DecisionCard application={application} call={occasion.call} own={own} />
				{seated && (event.plan_published || drawn.data) && (
					<p>
						<Link
							to="/events/$id/plan"
							params={{ id: event.id }}
							search={{ application: application.id }}
						>
							{t(own ? "seat.ownStand" : "seat.stand")}
						</Link>
					</p>
				)}
				{own && (status === "selected" || status === "confirmed") && (
					<ConfirmCard key={application.id} application={application} />
				)}
				{organising && can(user, "release_seat") && (
					<OrganiserCard application={application} event={event} />
				)}
				{!own && seated && can(user, "get_seat") && <AnswersCard application={application} />}
				{reads && <ReviewsCard id={application.id} call={occasion.call} />}
				<div className={css.columns}>
					<div className={css.column}>
						{application.editable ? (
							<Editor
								key={`${application.id} ${readings}`}
								found={found}
								stands={stands}
								onReadAgain={() => setReadings(readings + 1)}
							/>
						) : (
							<Contents application={application} stands={stands} />
						)}
						<ApplicationPictures key={application.id} application={application} />
					</div>
					<div className={css.column}>
						{status !== "draft" && (
							<Messages
								id={application.id}
								own={own}
								writes={(own || organising) && can(user, "send_application_message")}
							/>
						)}
						<History id={application.id} />
					</div>
				</div>
			</Stack>
		</>
	);
}

/** One application: its association writes it while the call is open; everybody else who may see it reads. */
export function ApplicationPage() {
	const { id } = useParams({ from: "/applications/$id" });
	const found = useQuery(applicationQuery(id));
	const occasion = useQuery({
		...occasionQuery(found.data?.data.event_id ?? ""),
		enabled: found.isSuccess,
	});
	const failed = [found, occasion].find((one) => one.isError);
	if (failed) return <FailedPage error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!found.data || !occasion.data) return <Loading lines={8} />;
	return <Shown found={found.data} occasion={occasion.data} />;
}
