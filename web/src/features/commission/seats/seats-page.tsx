import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Event } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { organises, readsApplications } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EventHead } from "@/reference/event-head.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Facts, Stack } from "@/ui/page.tsx";
import { Failed, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { occasionQuery } from "../queries.ts";
import { Answers } from "./answers.tsx";
import { FollowUpEditor } from "./editor.tsx";
import { followUpQuery } from "./queries.ts";
import { Untaken } from "./untaken.tsx";

function Seats({ event }: { event: Event }) {
	const { t } = useTranslation("commission");
	const { dateTime } = useFormat();
	const user = useUser();
	const found = useQuery({ ...followUpQuery(event.id), staleTime: 0 });
	if (found.isPending) return <Loading lines={6} />;
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	const writes = organises(user, event) && can(user, "put_follow_up");
	const due = found.data?.data.due_at;
	const questions = found.data?.data.questions ?? [];
	return (
		<>
			{writes ? (
				<FollowUpEditor event={event.id} found={found.data} />
			) : (
				<Card title={t("seats.form")}>
					<Facts
						items={[
							{
								label: t("seats.dueOn"),
								value: due && <time dateTime={due}>{dateTime(due)}</time>,
							},
						]}
					/>
				</Card>
			)}
			<Untaken event={event.id} />
			{questions.length > 0 && <Answers event={event.id} questions={questions} />}
		</>
	);
}

/** The seats of an event: until when they are to be taken, what is asked, and what was answered. */
export function SeatsPage() {
	const { t } = useTranslation("commission");
	const { dateTime } = useFormat();
	const { id } = useParams({ from: "/events/$id/seats" });
	const user = useUser();
	const found = useQuery(occasionQuery(id));
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const { event, call } = found.data;
	if (!readsApplications(user, event)) return <NoRight />;
	return (
		<>
			<EventHead title={t("seats.title")} event={event} current="seats" />
			<Stack>
				{!call && <Notice tone="info" title={t("noCall")} />}
				{call && call.state !== "closed" && (
					<Notice tone="info" title={t("notClosed", { time: dateTime(call.closes_at) })} />
				)}
				{call?.state === "closed" && <Seats event={event} />}
			</Stack>
		</>
	);
}
