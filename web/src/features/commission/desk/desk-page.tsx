import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { organises, readsApplications } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EventHead } from "@/reference/event-head.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { type Occasion, occasionQuery } from "../queries.ts";
import { decidedQuery } from "./queries.ts";
import { Reviewers } from "./reviewers.tsx";
import { Scores } from "./scores.tsx";
import { Sharing } from "./sharing.tsx";

/** What keeps the commission from working, if anything. */
function NotYet({ call }: Pick<Occasion, "call">) {
	const { t } = useTranslation("commission");
	const { dateTime } = useFormat();
	if (!call) return <Notice tone="info" title={t("noCall")} />;
	return (
		<>
			{call.state !== "closed" && (
				<Notice tone="info" title={t("notClosed", { time: dateTime(call.closes_at) })}>
					<p>{t("notClosedLead")}</p>
				</Notice>
			)}
			{!call.criteria?.length && <Notice tone="warn" title={t("noCriteria")} />}
		</>
	);
}

function Desk({ event, call }: Occasion) {
	const { t } = useTranslation("commission");
	const user = useUser();
	const { disputed } = useSearch({ from: "/events/$id/commission" });
	const ours = organises(user, event);
	const mayWrite = ours && can(user, "put_reviewer");
	const closed = call?.state === "closed";
	const decided = useQuery({
		...decidedQuery(event.id),
		enabled: closed && mayWrite,
		staleTime: 0,
	});
	// What cannot be read is no reason to take the desk away: the server refuses what is over.
	const writes = mayWrite && (!closed || (!decided.isPending && !decided.data));
	return (
		<>
			<EventHead title={t("desk")} event={event} current="commission" />
			<Stack>
				<NotYet call={call} />
				{decided.data && (
					<Notice tone="info" title={t("decided")}>
						<p>{t("decidedLead")}</p>
					</Notice>
				)}
				{call && <Reviewers event={event.id} writes={writes} />}
				{closed && writes && !!call.criteria?.length && <Sharing event={event.id} />}
				{closed && <Scores event={event.id} disputed={disputed === "yes"} />}
				{closed && (
					<p>
						<Link to="/events/$id/selection" params={{ id: event.id }}>
							{t("toSelection")}
						</Link>
					</p>
				)}
			</Stack>
		</>
	);
}

/** The commission of an event: who reviews, who reviews what, and what they think. */
export function DeskPage() {
	const { id } = useParams({ from: "/events/$id/commission" });
	const user = useUser();
	const found = useQuery({ ...occasionQuery(id), staleTime: 0 });
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (!readsApplications(user, found.data.event)) return <NoRight />;
	return <Desk {...found.data} />;
}
