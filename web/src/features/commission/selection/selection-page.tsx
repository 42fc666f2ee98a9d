import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Call, Event } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { organises, readsApplications } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EventHead } from "@/reference/event-head.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { Failed, FailedPage, Loading } from "@/ui/states.tsx";
import { occasionQuery } from "../queries.ts";
import { Published, Seed } from "./published.tsx";
import { selectionQuery } from "./queries.ts";

// Behind sign-in, and so not fetched with the public page.
const Deciding = lazy(() => import("./deciding.tsx").then((part) => ({ default: part.Deciding })));
const Decisions = lazy(() =>
	import("./decisions.tsx").then((part) => ({ default: part.Decisions })),
);

/** What is known of the selection of a call that has closed. */
function Closed({ event, call }: { event: Event; call: Call }) {
	const { t } = useTranslation("commission");
	const user = useUser();
	const found = useQuery({ ...selectionQuery(event.id), staleTime: 0 });
	if (found.isPending) return <Loading lines={6} />;
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	const selection = found.data;
	if (selection?.published_at)
		return (
			<>
				{readsApplications(user, event) && (
					<Suspense fallback={<Loading lines={4} />}>
						<Decisions event={event.id} call={call} />
					</Suspense>
				)}
				<Published selection={selection} call={call} />
			</>
		);
	if (organises(user, event) && can(user, "publish_selection"))
		return (
			<Suspense fallback={<Loading lines={6} />}>
				<Deciding event={event.id} call={call} selection={selection} />
			</Suspense>
		);
	return (
		<>
			<Notice tone="info" title={t("notPublished")}>
				<p>{t("notPublishedLead")}</p>
			</Notice>
			{selection && <Seed selection={selection} />}
		</>
	);
}

/** How the seats of an event are given: for everybody what was published, for its organisers the way there. */
export function SelectionPage() {
	const { t } = useTranslation("commission");
	const { dateTime } = useFormat();
	const { id } = useParams({ from: "/events/$id/selection" });
	const user = useUser();
	const found = useQuery(occasionQuery(id));
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const { event, call } = found.data;
	return (
		<>
			<EventHead
				title={t("selection")}
				event={event}
				current={readsApplications(user, event) ? "selection" : undefined}
			/>
			<Stack>
				{!call && <Notice tone="info" title={t("noCall")} />}
				{call && call.state !== "closed" && (
					<Notice tone="info" title={t("notClosed", { time: dateTime(call.closes_at) })} />
				)}
				{call?.state === "closed" && <Closed event={event} call={call} />}
			</Stack>
		</>
	);
}
