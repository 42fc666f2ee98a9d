import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Call, Event } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { readsApplications } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { left } from "@/i18n/left.ts";
import { Badge } from "@/ui/badge.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { Edit } from "@/ui/icons.tsx";
import { Card, Facts, Row } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { useNow } from "@/ui/use-now.ts";
import css from "./call.module.css";
import { Criteria, Quotas, Who } from "./call-parts.tsx";
import { CALL_TONE } from "./call-tone.ts";
import { callQuery } from "./query.ts";
import { standingOf } from "./state-of.ts";

// Behind sign-in, and so not fetched with the public page.
const Apply = lazy(() => import("./apply.tsx").then((part) => ({ default: part.Apply })));

/** When applications are taken, and how long that still is. */
function Window({ event, call }: { event: Event; call: Call }) {
	const { t } = useTranslation("events");
	const { locale, dateTime, number } = useFormat();
	const now = useNow();
	const state = standingOf(event.status, call.state);
	const turn = { open: call.closes_at, upcoming: call.opens_at, closed: "", suspended: "" }[state];
	const rest = left(locale, turn, now);
	return (
		<>
			<p className={css.window}>
				<Badge tone={CALL_TONE[state]}>{t(`call.state.${state}`)}</Badge>
				{rest && (
					<span className={css.left}>
						{t(state === "open" ? "call.leftToClose" : "call.leftToOpen", { left: rest })}
					</span>
				)}
			</p>
			{state === "suspended" && <p>{t("call.suspended")}</p>}
			<Facts
				items={[
					{
						label: t("call.opens"),
						value: <time dateTime={call.opens_at}>{dateTime(call.opens_at)}</time>,
					},
					{
						label: t("call.closes"),
						value: (
							<b>
								<time dateTime={call.closes_at}>{dateTime(call.closes_at)}</time>
							</b>
						),
					},
					{ label: t("call.capacity"), value: number(call.capacity) },
				]}
			/>
		</>
	);
}

/** What this reader does next: apply, see one's own application, sign in. */
function Way({ event, call }: { event: Event; call: Call }) {
	const { t } = useTranslation("events");
	const user = useUser();
	const { locale } = useFormat();
	const open = event.status === "published" && call.state === "open";
	if (user)
		return can(user, "create_application") ? (
			<Suspense fallback={<Loading lines={1} />}>
				<Apply event={event.id} open={open} />
			</Suspense>
		) : null;
	if (!open) return null;
	return (
		<Row>
			<Link
				to="/sign-in"
				search={{ next: `/${locale}/events/${event.id}` }}
				className={buttonClass("primary")}
			>
				{t("call.signIn")}
			</Link>
			<span className="quiet">{t("call.signInLead")}</span>
		</Row>
	);
}

/** The call of an event, for everybody; its organisers write it here, and others read the applications. */
export function CallCard({ event }: { event: Event }) {
	const { t } = useTranslation("events");
	const user = useUser();
	const found = useQuery(callQuery(event));
	const writes = event.editable && can(user, "put_call");
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	if (event.call ? found.isPending : !writes) return null;
	const call = found.data?.data;
	// Once applications have been shared out, not even its end is put off.
	const changes = writes && !call?.reviews_per_application;
	return (
		<Card
			title={t("call.title")}
			actions={
				<Row>
					{call && readsApplications(user, event) && (
						<Link
							to="/events/$id/commission"
							params={{ id: event.id }}
							className={buttonClass("secondary", true)}
						>
							{t("call.commission")}
						</Link>
					)}
					{call && readsApplications(user, event) && (
						<Link
							to="/events/$id/applications"
							params={{ id: event.id }}
							className={buttonClass("secondary", true)}
						>
							{t("call.applications")}
						</Link>
					)}
					{call?.state === "closed" && (
						<Link
							to="/events/$id/selection"
							params={{ id: event.id }}
							className={buttonClass("secondary", true)}
						>
							{t("call.selection")}
						</Link>
					)}
					{changes && (
						<Link
							to="/my-events/$id/call"
							params={{ id: event.id }}
							className={buttonClass(call ? "secondary" : "primary", true)}
						>
							<Edit size={16} />
							{t(call ? (call.state === "closed" ? "call.prolong" : "call.change") : "call.write")}
						</Link>
					)}
				</Row>
			}
		>
			{call ? (
				<>
					<Window event={event} call={call} />
					<Way event={event} call={call} />
					<Who call={call} />
					<Quotas call={call} />
					<Criteria call={call} />
				</>
			) : (
				<p className="quiet">{t("call.none")}</p>
			)}
		</Card>
	);
}
